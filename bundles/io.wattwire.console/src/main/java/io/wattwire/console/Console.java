package io.wattwire.console;

import io.wattwire.device.source.SourceSettings;
import io.wattwire.publish.http.serve.DoorSettings;
import io.wattwire.publish.http.serve.Routes;
import io.wattwire.publish.live.LivePage;
import io.wattwire.publish.live.PageSettings;
import io.wattwire.publish.live.ReceiverPorts;
import java.util.Optional;
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

/** Shows what comes in by wire on a page and as JSON, and takes commands for listed points. */
@Component(
        name = Console.PID,
        service = {
            ConfigurableComponent.class,
            WireComponent.class,
            WireReceiver.class,
            Consumer.class
        },
        immediate = true,
        configurationPolicy = ConfigurationPolicy.REQUIRE)
@ReceiverPorts(input_port_names = "0=values")
@Designate(ocd = Console.Settings.class, factory = true)
public final class Console extends LivePage {

    static final String PID = "io.wattwire.console.Console";

    private static final int PORT = 8480;

    /** What Kura's screen shows. */
    @ObjectClassDefinition(
            id = PID,
            name = "Console",
            description = "A page and a REST interface with what comes in by wire.")
    interface Settings extends PageSettings, ConsoleOptions {

        /** TCP port. */
        @AttributeDefinition(
                name = "Port",
                description = "TCP port of page and REST.",
                required = false,
                defaultValue = "" + PORT,
                min = "0",
                max = "65535")
        int http_port();

        /** What callers must know. */
        @AttributeDefinition(
                name = "Secret",
                description =
                        "Password (any user name) or bearer token of callers, 8 characters or more."
                                + " Needed for control and for any address but 127.0.0.1.",
                required = false,
                type = AttributeType.PASSWORD)
        String http_secret();

        /** What those must know who only look. */
        @AttributeDefinition(
                name = "Secret for reading",
                description =
                        "Besides the secret, for those who may look and not command; 8 characters"
                                + " or more.",
                required = false,
                type = AttributeType.PASSWORD)
        String http_secret_read();
    }

    /**
     * An inactive console.
     *
     * @param wireHelper Kura's service that connects components with wires
     */
    @Activate
    public Console(@Reference(name = "WireHelperService") WireHelperService wireHelper) {
        super(wireHelper);
    }

    @Override
    protected int usualPort() {
        return PORT;
    }

    @Override
    protected Routes prepare(Sight sight, SourceSettings settings, Optional<DoorSettings> door) {
        boolean secret = door.flatMap(DoorSettings::credential).isPresent();
        ConsoleSettings checked = ConsoleSettings.of(settings.plain(), secret || door.isEmpty());
        return ConsoleRoutes.of(sight, checked);
    }
}
