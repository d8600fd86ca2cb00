package io.wattwire.standalone.cloud;

import io.wattwire.standalone.monitor.Faults;
import io.wattwire.standalone.util.Properties;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;
import org.eclipse.kura.KuraException;
import org.eclipse.kura.configuration.ConfigurableComponent;
import org.eclipse.kura.crypto.CryptoService;
import org.eclipse.kura.system.SystemService;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/**
 * The connection to the broker, with Kura's name and settings. Settings that are refused leave a
 * transport that cannot connect and says why.
 */
@Component(
        name = MqttDataTransport.PID,
        service = {Transport.class, ConfigurableComponent.class},
        configurationPolicy = ConfigurationPolicy.REQUIRE,
        property = "kura.ui.service.hide:Boolean=true")
public final class MqttDataTransport implements Transport, ConfigurableComponent {
    /** The component's name, as in Kura. */
    static final String PID = "org.eclipse.kura.core.data.transport.mqtt.MqttDataTransport";

    private final Transport transport;

    /**
     * Not connected yet.
     *
     * @param crypto decrypts the password
     * @param system names the gateway if no client id is set
     * @param faults hears of settings that are refused
     * @param properties its settings
     */
    @Activate
    public MqttDataTransport(
            @Reference CryptoService crypto,
            @Reference SystemService system,
            @Reference Faults faults,
            Map<String, Object> properties) {
        transport = create(new Properties(properties), crypto, system, faults);
    }

    private static Transport create(
            Properties settings, CryptoService crypto, SystemService system, Faults faults) {
        try {
            return new MqttTransport(
                    MqttSettings.of(
                            settings,
                            password(settings.text("password", ""), crypto),
                            system.getPrimaryMacAddress()));
        } catch (KuraException | IllegalArgumentException e) {
            faults.report(settings.pid(), e.getMessage(), "nothing is sent until then");
            return new Refused(e.getMessage());
        }
    }

    private static char[] password(String stored, CryptoService crypto) throws KuraException {
        return stored.isEmpty() ? null : crypto.decryptAes(stored.toCharArray());
    }

    /** Drops the connection if there still is one. */
    @Deactivate
    public void stop() {
        transport.abort();
    }

    @Override
    public String account() {
        return transport.account();
    }

    @Override
    public String clientId() {
        return transport.clientId();
    }

    @Override
    public String broker() {
        return transport.broker();
    }

    @Override
    public void connect(Runnable changed) throws IOException {
        transport.connect(changed);
    }

    @Override
    public boolean isConnected() {
        return transport.isConnected();
    }

    @Override
    public void publish(Message message, Consumer<Throwable> done) throws IOException {
        transport.publish(message, done);
    }

    @Override
    public void subscribe(String filter, Inbox inbox) throws IOException {
        transport.subscribe(filter, inbox);
    }

    @Override
    public void disconnect(Duration quiesce) {
        transport.disconnect(quiesce);
    }

    @Override
    public void abort() {
        transport.abort();
    }

    /** A transport whose settings were refused. */
    private record Refused(String reason) implements Transport {
        @Override
        public String account() {
            return "";
        }

        @Override
        public String clientId() {
            return "";
        }

        @Override
        public String broker() {
            return "unknown";
        }

        @Override
        public void connect(Runnable changed) throws IOException {
            throw new IOException(reason);
        }

        @Override
        public boolean isConnected() {
            return false;
        }

        @Override
        public void publish(Message message, Consumer<Throwable> done) throws IOException {
            throw new IOException(reason);
        }

        @Override
        public void subscribe(String filter, Inbox inbox) throws IOException {
            throw new IOException(reason);
        }

        @Override
        public void disconnect(Duration quiesce) {
            // never connected
        }

        @Override
        public void abort() {
            // never connected
        }
    }
}
