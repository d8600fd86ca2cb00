package io.wattwire.standalone.request;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.kura.KuraErrorCode;
import org.eclipse.kura.KuraException;
import org.eclipse.kura.asset.Asset;
import org.eclipse.kura.asset.AssetConfiguration;
import org.eclipse.kura.channel.Channel;
import org.eclipse.kura.channel.ChannelFlag;
import org.eclipse.kura.channel.ChannelRecord;
import org.eclipse.kura.channel.ChannelStatus;
import org.eclipse.kura.channel.ChannelType;
import org.eclipse.kura.cloudconnection.message.KuraMessage;
import org.eclipse.kura.message.KuraPayload;
import org.eclipse.kura.type.DataType;
import org.eclipse.kura.type.TypedValues;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bodies as Kura's documentation of ASSET-V1 has them. */
class AssetRequestsTest {
    private final List<String> written = new ArrayList<>();
    private Optional<String> refusal = Optional.empty();
    private boolean reachable = true;
    private final AssetRequests requests =
            new AssetRequests(
                    () -> Map.of("meter", asset()),
                    (asset, channel, value) -> {
                        written.add(asset + "/" + channel + "=" + value);
                        return refusal;
                    });

    private Asset asset() {
        Map<String, Channel> channels = new LinkedHashMap<>();
        channels.put("power", channel("power", ChannelType.READ, DataType.DOUBLE));
        channels.put("limit", channel("limit", ChannelType.READ_WRITE, DataType.DOUBLE));
        AssetConfiguration configuration = new AssetConfiguration("", "driver", channels);
        return (Asset)
                Proxy.newProxyInstance(
                        Asset.class.getClassLoader(),
                        new Class<?>[] {Asset.class},
                        (proxy, method, with) ->
                                switch (method.getName()) {
                                    case "getAssetConfiguration" -> configuration;
                                    case "readAllChannels" -> read(Set.of("power"));
                                    case "read" -> read((Set<?>) with[0]);
                                    default -> throw new AssertionError(method);
                                });
    }

    private static Channel channel(String name, ChannelType type, DataType value) {
        return new Channel(name, type, value, Map.of());
    }

    private List<ChannelRecord> read(Set<?> names) throws KuraException {
        if (!reachable) {
            throw new KuraException(KuraErrorCode.CONNECTION_FAILED, "no answer");
        }
        List<ChannelRecord> records = new ArrayList<>();
        for (Object name : names) {
            ChannelRecord record = ChannelRecord.createReadRecord(name.toString(), DataType.DOUBLE);
            if (name.equals("power")) {
                record.setValue(TypedValues.newDoubleValue(-12.5));
                record.setUnit("W");
                record.setChannelStatus(new ChannelStatus(ChannelFlag.SUCCESS));
            } else {
                record.setChannelStatus(new ChannelStatus(ChannelFlag.FAILURE, "stale", null));
            }
            record.setTimestamp(1000);
            records.add(record);
        }
        return records;
    }

    private static KuraMessage request(String resource, String body) {
        KuraPayload payload = new KuraPayload();
        payload.setBody(body == null ? null : body.getBytes(StandardCharsets.UTF_8));
        return new KuraMessage(payload, Map.of("args", List.of(resource)));
    }

    private static JsonElement body(KuraMessage answer) {
        return JsonParser.parseString(
                new String(answer.getPayload().getBody(), StandardCharsets.UTF_8));
    }

    private JsonElement exec(String resource, String body) throws KuraException {
        return body(requests.doExec(null, request(resource, body)));
    }

    private static JsonElement json(String text) {
        return JsonParser.parseString(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "[{\"name\":\"meter\"}]"})
    void itTellsWhatThereIs(String asked) throws KuraException {
        assertEquals(
                json(
                        """
                        [{"name":"meter","channels":[
                          {"name":"power","type":"DOUBLE","mode":"READ"},
                          {"name":"limit","type":"DOUBLE","mode":"READ_WRITE"}]}]
                        """),
                body(requests.doGet(null, request("assets", asked))));
    }

    @Test
    void whatIsNotThereIsSaid() throws KuraException {
        JsonElement expected = json("[{\"name\":\"x\",\"error\":\"Asset not found\"}]");
        assertEquals(expected, body(requests.doGet(null, request("assets", "[{\"name\":\"x\"}]"))));
        assertEquals(expected, exec("read", "[{\"name\":\"x\"}]"));
        assertEquals(expected, exec("write", "[{\"name\":\"x\"}]"));
    }

    @Test
    void itReadsWhatIsNamedWithTimeUnitAndReason() throws KuraException {
        assertEquals(
                json(
                        """
                        [{"name":"meter","channels":[
                          {"name":"limit","timestamp":1000,"error":"stale"}]},
                         {"name":"meter","channels":[
                          {"name":"power","timestamp":1000,"value":"-12.5","type":"DOUBLE",
                           "unit":"W"}]}]
                        """),
                exec(
                        "read",
                        "[{\"name\":\"meter\",\"channels\":[{\"name\":\"limit\"}]},"
                                + "{\"name\":\"meter\",\"channels\":[]}]"));
        assertEquals(1, ((JsonArray) exec("read", null)).size());
    }

    @Test
    void anUnreachableDeviceFailsChannelByChannel() throws KuraException {
        reachable = false;
        String error =
                exec("read", "[{\"name\":\"meter\",\"channels\":[{\"name\":\"power\"}]}]")
                        .toString();
        assertEquals(true, error.contains("Connection failed: no answer"), error);
    }

    @Test
    void eachWriteIsAnsweredByItself() throws KuraException {
        String asked =
                """
                [{"name":"meter","channels":[
                  {"name":"limit","type":"DOUBLE","value":"1500"},
                  {"name":"power","type":"INTEGER","value":"1"}]}]
                """;
        JsonArray answered = channels(exec("write", asked));
        assertEquals(List.of("meter/limit=1500"), written);
        assertEquals("1500", answered.get(0).getAsJsonObject().get("value").getAsString());
        assertEquals("DOUBLE", answered.get(0).getAsJsonObject().get("type").getAsString());
        assertEquals(
                "power is a DOUBLE; write that as type",
                answered.get(1).getAsJsonObject().get("error").getAsString());

        refusal = Optional.of("not listed");
        answered = channels(exec("write", asked));
        assertEquals("not listed", answered.get(0).getAsJsonObject().get("error").getAsString());
    }

    private static JsonArray channels(JsonElement answer) {
        return answer.getAsJsonArray().get(0).getAsJsonObject().getAsJsonArray("channels");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[1]",
                "[",
                "[{}]",
                "[{\"name\":1}]",
                "[{\"name\":null}]",
                "[{\"name\":\"meter\",\"channels\":{}}]",
                "[{\"name\":\"meter\",\"channels\":[{}]}]",
                "[{\"name\":\"meter\",\"channels\":[{\"name\":\"limit\",\"value\":\"1\"}]}]",
                "[{\"name\":\"meter\",\"channels\":[{\"name\":\"limit\",\"type\":\"DOUBLE\",\"value\":1}]}]"
            })
    void whatIsMalformedIsABadRequestAndWritesNothing(String asked) {
        KuraException e = assertThrows(KuraException.class, () -> exec("write", asked));
        assertSame(KuraErrorCode.BAD_REQUEST, e.getCode());
        assertEquals(List.of(), written);
    }

    @Test
    void deepAndLargeBodiesAreBadRequests() {
        for (String asked : List.of("[".repeat(200_000), "[" + " ".repeat(300_000) + "]")) {
            KuraException e = assertThrows(KuraException.class, () -> exec("read", asked));
            assertSame(KuraErrorCode.BAD_REQUEST, e.getCode());
        }
    }

    @Test
    void otherResourcesAreBadRequests() {
        for (KuraMessage wrong :
                List.of(request("reboot", "[]"), new KuraMessage(new KuraPayload(), Map.of()))) {
            KuraException get =
                    assertThrows(KuraException.class, () -> requests.doGet(null, wrong));
            assertSame(KuraErrorCode.BAD_REQUEST, get.getCode());
            KuraException e = assertThrows(KuraException.class, () -> requests.doExec(null, wrong));
            assertSame(KuraErrorCode.BAD_REQUEST, e.getCode());
        }
        assertThrows(KuraException.class, () -> exec("write", null));
    }
}
