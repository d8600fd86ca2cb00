package io.wattwire.itest.outage;

import io.wattwire.standalone.cloud.CloudService;
import io.wattwire.standalone.cloud.DataService;
import io.wattwire.standalone.cloud.MqttDataTransport;
import io.wattwire.standalone.monitor.Faults;
import io.wattwire.standalone.monitor.Publications;
import java.nio.file.Path;
import java.util.Date;
import java.util.Map;
import org.eclipse.kura.KuraException;
import org.eclipse.kura.cloudconnection.message.KuraMessage;
import org.eclipse.kura.crypto.CryptoService;
import org.eclipse.kura.message.KuraPayload;
import org.eclipse.kura.system.SystemService;
import org.osgi.framework.BundleContext;

/** The stand-alone run's connection to Kapua. */
final class KapuaGateway implements Gateway {

    private static final Map<String, Object> ROUTE =
            Map.of("APP_ID", "W1", "APP_TOPIC", "A1/meter", "QOS", 1);

    private final Publications publications = new Publications();
    private final DataService data;
    private final CloudService cloud;

    KapuaGateway(Path directory, String url, int capacity) {
        SystemService system = Fakes.answering(SystemService.class, directory.toString());
        Faults faults = new Faults();
        data =
                new DataService(
                        new MqttDataTransport(
                                Fakes.answering(CryptoService.class, null),
                                system,
                                faults,
                                Map.of(
                                        "broker-url", url,
                                        "topic.context.account-name", "home",
                                        "client-id", "drill")),
                        system,
                        publications,
                        faults,
                        Map.of(
                                "kura.service.pid",
                                "data",
                                "connect.auto-on-startup",
                                true,
                                "connect.retry-interval",
                                1,
                                "store.capacity",
                                capacity,
                                "rate.limit.average",
                                300,
                                "rate.limit.burst.size",
                                100));
        cloud =
                new CloudService(
                        Fakes.answering(BundleContext.class, null),
                        data,
                        system,
                        faults,
                        Map.of("kura.service.pid", "cloud"));
    }

    @Override
    public void take(int number) {
        KuraPayload payload = new KuraPayload();
        payload.setTimestamp(new Date(Drill.time(number)));
        payload.addMetric("number", (long) number);
        try {
            cloud.publish(new KuraMessage(payload, ROUTE));
        } catch (KuraException full) {
            // counted by the store
        }
    }

    @Override
    public long lost() {
        return publications.backlog().dropped();
    }

    @Override
    public void close() {
        cloud.stop();
        data.stop();
    }
}
