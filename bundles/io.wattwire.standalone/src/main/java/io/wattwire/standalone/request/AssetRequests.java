package io.wattwire.standalone.request;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.wattwire.standalone.request.AssetJson.Command;
import io.wattwire.standalone.request.AssetJson.Wanted;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.eclipse.kura.KuraErrorCode;
import org.eclipse.kura.KuraException;
import org.eclipse.kura.asset.Asset;
import org.eclipse.kura.channel.Channel;
import org.eclipse.kura.channel.ChannelRecord;
import org.eclipse.kura.cloudconnection.message.KuraMessage;
import org.eclipse.kura.cloudconnection.request.RequestHandler;
import org.eclipse.kura.cloudconnection.request.RequestHandlerContext;
import org.eclipse.kura.cloudconnection.request.RequestHandlerMessageConstants;
import org.eclipse.kura.message.KuraPayload;
import org.osgi.framework.BundleContext;

/**
 * Kura's requests for assets: {@code GET assets} tells what there is, {@code EXEC read} reads,
 * {@code EXEC write} writes what the owner allows from outside. Each channel is answered by itself.
 */
public final class AssetRequests implements RequestHandler {
    /** The application's id, as in Kura. */
    public static final String APPLICATION = "ASSET-V1";

    private final Supplier<Map<String, Asset>> assets;
    private final Writes writes;

    AssetRequests(Supplier<Map<String, Asset>> assets, Writes writes) {
        this.assets = assets;
        this.writes = writes;
    }

    /**
     * Answers for the assets of a framework.
     *
     * @param context of whoever asks
     * @param control what may be written
     * @return the handler
     */
    public static AssetRequests of(BundleContext context, ControlSettings control) {
        return new AssetRequests(new LocalAssets(context)::all, control.writes(context));
    }

    @Override
    public KuraMessage doGet(RequestHandlerContext context, KuraMessage request)
            throws KuraException {
        expect(request, "assets");
        JsonArray answer = new JsonArray();
        Map<String, Asset> all = assets.get();
        wanted(request, all, false)
                .forEach(it -> answer.add(described(it.asset(), all.get(it.asset()))));
        return message(answer);
    }

    private static JsonObject described(String name, Asset asset) {
        if (asset == null) {
            return AssetJson.notFound(name);
        }
        JsonArray channels = new JsonArray();
        asset.getAssetConfiguration()
                .getAssetChannels()
                .values()
                .forEach(channel -> channels.add(AssetJson.described(channel)));
        return AssetJson.asset(name, channels);
    }

    @Override
    public KuraMessage doExec(RequestHandlerContext context, KuraMessage request)
            throws KuraException {
        boolean writing = expect(request, "read", "write").equals("write");
        Map<String, Asset> all = assets.get();
        JsonArray answer = new JsonArray();
        for (Wanted each : wanted(request, all, writing)) {
            Asset asset = all.get(each.asset());
            if (asset == null) {
                answer.add(AssetJson.notFound(each.asset()));
            } else {
                JsonArray done = writing ? write(asset, each) : read(asset, each);
                answer.add(AssetJson.asset(each.asset(), done));
            }
        }
        return message(answer);
    }

    /** What is asked for; everything where nothing is named, but never to be written. */
    private static List<Wanted> wanted(KuraMessage request, Map<String, Asset> all, boolean writing)
            throws KuraException {
        List<Wanted> wanted = AssetJson.read(request.getPayload().getBody(), writing);
        if (wanted.isEmpty() && !writing) {
            return all.keySet().stream().map(name -> new Wanted(name, Map.of())).toList();
        }
        if (writing && request.getPayload().getBody() == null) {
            throw new KuraException(KuraErrorCode.BAD_REQUEST, "there is nothing to write");
        }
        return wanted;
    }

    private static JsonArray read(Asset asset, Wanted wanted) {
        JsonArray results = new JsonArray();
        Set<String> names = wanted.channels().keySet();
        try {
            List<ChannelRecord> records =
                    names.isEmpty() ? asset.readAllChannels() : asset.read(names);
            records.forEach(record -> results.add(AssetJson.result(record)));
        } catch (KuraException lost) {
            names.forEach(name -> results.add(AssetJson.failed(name, lost.getMessage(), 0)));
        }
        return results;
    }

    private JsonArray write(Asset asset, Wanted wanted) {
        Map<String, Channel> channels = asset.getAssetConfiguration().getAssetChannels();
        JsonArray results = new JsonArray();
        new LinkedHashMap<>(wanted.channels())
                .forEach(
                        (name, command) -> {
                            Optional<String> refusal =
                                    write(wanted.asset(), name, channels.get(name), command);
                            results.add(
                                    refusal.isPresent()
                                            ? AssetJson.failed(name, refusal.get(), 0)
                                            : AssetJson.done(name, command, 0));
                        });
        return results;
    }

    /** The gate knows the rest; that a type was meant otherwise only shows here. */
    private Optional<String> write(String asset, String name, Channel channel, Command command) {
        if (channel != null && !channel.getValueType().name().equals(command.type())) {
            return Optional.of(name + " is a " + channel.getValueType() + "; write that as type");
        }
        return writes.write(asset, name, command.value());
    }

    private static String expect(KuraMessage request, String... known) throws KuraException {
        Object path = request.getProperties().get(RequestHandlerMessageConstants.ARGS_KEY.value());
        for (String each : known) {
            if (List.of(each).equals(path)) {
                return each;
            }
        }
        throw new KuraException(
                KuraErrorCode.BAD_REQUEST, "the resource is " + String.join(" or ", known));
    }

    private static KuraMessage message(JsonArray answer) {
        KuraPayload payload = new KuraPayload();
        payload.setBody(answer.toString().getBytes(StandardCharsets.UTF_8));
        return new KuraMessage(payload);
    }
}
