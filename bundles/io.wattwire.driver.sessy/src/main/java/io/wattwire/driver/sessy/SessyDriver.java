package io.wattwire.driver.sessy;

import io.wattwire.device.driver.BatterySettings;
import io.wattwire.device.driver.HttpSettings;
import io.wattwire.device.driver.TableDriver;
import io.wattwire.device.model.BlockRules;
import io.wattwire.device.model.DeviceFamily;
import io.wattwire.device.model.LinkDefaults;
import io.wattwire.device.model.Protocol;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.eclipse.kura.configuration.ConfigurableComponent;
import org.eclipse.kura.driver.Driver;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Driver of Sessy batteries and meters; docs/devices/sessy.md says where its facts come from. */
@Component(
        name = SessyDriver.PID,
        service = {Driver.class, ConfigurableComponent.class},
        immediate = true,
        configurationPolicy = ConfigurationPolicy.REQUIRE)
@Designate(ocd = SessyDriver.Settings.class, factory = true)
public final class SessyDriver extends TableDriver {

    static final String PID = "io.wattwire.driver.sessy.SessyDriver";

    /** The serial parameters and the unit id have no meaning here. */
    private static final LinkDefaults LINK =
            new LinkDefaults(9600, 'N', 1, 1, Duration.ZERO, Duration.ZERO, Duration.ofMillis(300));

    /** Where the words of each document begin: a request is for one of them. */
    private static final Set<Integer> DOCUMENTS =
            Set.of(200, 300, 400, 600, 700, 800, 1000, 1100, 1200);

    private static final DeviceFamily FAMILY =
            DeviceFamily.of("sessy", SessyDriver.class)
                    .title("Sessy batteries and meters")
                    .model("sessy-battery", "Sessy battery")
                    .model("sessy-p1", "Sessy P1 dongle")
                    .model("sessy-ct", "Sessy CT dongle")
                    .model("sessy-modbus", "Sessy P1 dongle with a Modbus meter")
                    .protocol(Protocol.HTTP)
                    .link(LINK)
                    .readDeadline(Duration.ofSeconds(5))
                    .rules(
                            new BlockRules(
                                    BlockRules.MOST_WORDS,
                                    BlockRules.MOST_BITS,
                                    DOCUMENTS,
                                    List.of(),
                                    false))
                    .battery()
                    .identification(new SessyIdentification())
                    .control(new SessySetpoint())
                    .build();

    /** Settings of a driver instance: those of every driver, of batteries and of HTTP devices. */
    @ObjectClassDefinition(
            id = PID,
            name = "Sessy battery",
            description = "Sessy batteries, P1 and CT dongles over their local HTTP interface.")
    interface Settings extends BatterySettings, HttpSettings {}

    /** Makes a driver that waits for its configuration. */
    public SessyDriver() {
        super(FAMILY);
    }
}
