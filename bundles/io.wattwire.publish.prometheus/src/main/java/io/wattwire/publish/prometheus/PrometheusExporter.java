package io.wattwire.publish.prometheus;

import io.wattwire.device.source.SourceSettings;
import io.wattwire.publish.http.serve.Answer;
import io.wattwire.publish.http.serve.DoorSettings;
import io.wattwire.publish.http.serve.Routes;
import io.wattwire.publish.live.LivePage;
import io.wattwire.publish.live.PageSettings;
import io.wattwire.publish.live.ReceiverPorts;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.eclipse.kura.configuration.ConfigurableComponent;
import org.eclipse.kura.wire.WireComponent;
import org.eclipse.kura.wire.WireHelperService;
import org.eclipse.kura.wire.WireReceiver;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.AttributeType;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.osgi.service.wireadmin.Consumer;

/** Shows what comes in by wire as a page that a Prometheus reads. */
@Component(
        name = PrometheusExporter.PID,
        service = {
            ConfigurableComponent.class,
            WireComponent.class,
            WireReceiver.class,
            Consumer.class
        },
        immediate = true,
        configurationPolicy = ConfigurationPolicy.REQUIRE)
@ReceiverPorts(input_port_names = "0=values")
@Designate(ocd = PrometheusExporter.Settings.class, factory = true)
public final class PrometheusExporter extends LivePage {

    static final String PID = "io.wattwire.publish.prometheus.PrometheusExporter";

    private static final int PORT = 9480;
    private static final int STALE_S = 60;
    private static final int MOST_STALE_S = 86_400;

    /** What Kura's screen shows. */
    @ObjectClassDefinition(
            id = PID,
            name = "Prometheus exporter",
            description = "A page /metrics with what comes in by wire, for a Prometheus.")
    interface Settings extends PageSettings {

        /** TCP port. */
        @AttributeDefinition(
                name = "Port",
                description = "TCP port of /metrics.",
                required = false,
                defaultValue = "" + PORT,
                min = "0",
                max = "65535")
        int http_port();

        /** What callers must know. */
        @AttributeDefinition(
                name = "Secret",
                description =
                        "Password (any user name) or bearer token of Prometheus, 8 characters or"
                                + " more. Needed for any address but 127.0.0.1.",
                required = false,
                type = AttributeType.PASSWORD)
        String http_secret();

        /** Life of a value, s. */
        @AttributeDefinition(
                name = "Stale after (s)",
                description = "A value of this age is no longer shown.",
                required = false,
                defaultValue = "" + STALE_S,
                min = "1",
                max = "86400")
        int stale_after_s();
    }

    /**
     * An inactive exporter.
     *
     * @param wireHelper Kura's service that connects components with wires
     */
    @Activate
    public PrometheusExporter(@Reference(name = "WireHelperService") WireHelperService wireHelper) {
        super(wireHelper);
    }

    @Override
    protected int usualPort() {
        return PORT;
    }

    @Override
    protected Routes prepare(Sight sight, SourceSettings settings, Optional<DoorSettings> door) {
        int stale = settings.plain().whole("stale.after.s", 1, MOST_STALE_S).orElse(STALE_S);
        Exposition exposition =
                new Exposition(sight.live(), TimeUnit.SECONDS.toMillis(stale), System::nanoTime);
        return new Routes()
                .on(
                        "GET",
                        "/metrics",
                        request -> Answer.text(200, Exposition.TYPE, exposition.write()));
    }
}
