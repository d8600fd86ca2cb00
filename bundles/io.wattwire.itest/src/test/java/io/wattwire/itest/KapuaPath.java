package io.wattwire.itest;

import io.wattwire.publish.ThinOut;
import io.wattwire.standalone.component.CloudPublisherComponent;
import io.wattwire.standalone.configuration.SnapshotReader;
import io.wattwire.standalone.kapua.KapuaPayload;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.eclipse.kura.cloudconnection.message.KuraMessage;
import org.eclipse.kura.cloudconnection.publisher.CloudPublisher;
import org.eclipse.kura.configuration.ComponentConfiguration;
import org.eclipse.kura.message.KuraPayload;
import org.eclipse.kura.wire.WireEnvelope;
import org.eclipse.kura.wire.WireHelperService;
import org.eclipse.kura.wire.WireRecord;
import org.eclipse.kura.wire.WireSupport;
import org.osgi.service.component.ComponentContext;

/** From a wire to Kapua, as far as types may suffer on the way. */
final class KapuaPath {

    private final Consumer<KuraPayload> arrived;

    KapuaPath(Consumer<KuraPayload> arrived) {
        this.arrived = arrived;
    }

    /** Kura's component between wires and cloud; what it publishes is encoded and decoded. */
    CloudPublisherComponent publisher() throws ReflectiveOperationException {
        CloudPublisherComponent component =
                new CloudPublisherComponent(wires(records -> {}), context(), Map.of());
        CloudPublisher cloud =
                WiredAsset.fake(
                        CloudPublisher.class,
                        (proxy, method, with) -> {
                            KuraPayload payload = ((KuraMessage) with[0]).getPayload();
                            arrived.accept(KapuaPayload.decode(KapuaPayload.encode(payload, true)));
                            return "1";
                        });
        var reference = CloudPublisherComponent.class.getDeclaredField("publisher");
        reference.setAccessible(true); // a framework would set it
        reference.set(component, cloud);
        return component;
    }

    ThinOut thinOut(String pid, CloudPublisherComponent kapua) throws Exception {
        ThinOut thinOut =
                new ThinOut(wires(records -> kapua.onWireReceive(new WireEnvelope(pid, records))));
        try (InputStream in = Files.newInputStream(Path.of("../../dp/graphs/publish-kapua.xml"))) {
            ComponentConfiguration shipped =
                    SnapshotReader.read(in, "publish-kapua.xml").stream()
                            .filter(it -> it.getPid().equals(pid))
                            .findFirst()
                            .orElseThrow();
            thinOut.activate(context(), shipped.getConfigurationProperties());
        }
        return thinOut;
    }

    private static ComponentContext context() {
        return WiredAsset.fake(ComponentContext.class, (proxy, method, with) -> null);
    }

    private static WireHelperService wires(Consumer<List<WireRecord>> emitted) {
        WireSupport support =
                WiredAsset.fake(
                        WireSupport.class,
                        (proxy, method, with) -> {
                            List<WireRecord> records = new ArrayList<>();
                            ((List<?>) with[0]).forEach(it -> records.add((WireRecord) it));
                            emitted.accept(records);
                            return null;
                        });
        return WiredAsset.fake(WireHelperService.class, (proxy, method, with) -> support);
    }
}
