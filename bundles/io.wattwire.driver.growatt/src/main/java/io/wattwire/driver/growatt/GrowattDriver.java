package io.wattwire.driver.growatt;

import io.wattwire.device.driver.DriverSettings;
import io.wattwire.device.driver.TableDriver;
import io.wattwire.device.model.BlockRules;
import io.wattwire.device.model.DeviceFamily;
import io.wattwire.device.model.LinkDefaults;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.eclipse.kura.configuration.ConfigurableComponent;
import org.eclipse.kura.driver.Driver;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Driver of Growatt inverters; docs/devices/growatt.md says where its facts come from. */
@Component(
        name = GrowattDriver.PID,
        service = {Driver.class, ConfigurableComponent.class},
        immediate = true,
        configurationPolicy = ConfigurationPolicy.REQUIRE)
@Designate(ocd = GrowattDriver.Settings.class, factory = true)
public final class GrowattDriver extends TableDriver {

    static final String PID = "io.wattwire.driver.growatt.GrowattDriver";

    /**
     * The inverter answers within its blocks of 125 words, and refuses a request across their
     * borders.
     */
    private static final BlockRules RULES =
            new BlockRules(
                    125,
                    1,
                    Set.of(125, 250, 375, 1000, 1125, 3000, 3125, 3250, 3375, 30000, 31000),
                    List.of(),
                    false);

    /**
     * Growatt recommends 850 ms between requests; ieb/dbus-modbus-client sent bursts, 16 ms from an
     * answer to the next request, and they worked. 10 ms is our choice: over Modbus TCP a limit is
     * to leave within 20 ms, and a pause may come before it.
     */
    private static final LinkDefaults LINK =
            new LinkDefaults(
                    9600, 'N', 1, 1, Duration.ofMillis(10), Duration.ZERO, Duration.ofMillis(20));

    private static final DeviceFamily FAMILY =
            DeviceFamily.of("growatt", GrowattDriver.class)
                    .title("Growatt inverters")
                    .model("min", "Growatt MIN TL-X")
                    .model("tl-xh", "Growatt MIN TL-XH, MOD TL3-XH")
                    .model("mid", "Growatt MID, MAC, MAX")
                    .model("mod", "Growatt MOD TL3-X")
                    .model("sph", "Growatt SPH, MIX")
                    .model("vpp", "Growatt with VPP firmware")
                    .sleepsAtNight()
                    .rules(RULES)
                    .link(LINK)
                    .identification(new GrowattIdentification())
                    .control(new GrowattPowerLimit())
                    .control(new GrowattVppLimit())
                    .build();

    /** Settings of a driver instance: those of every driver. */
    @ObjectClassDefinition(
            id = PID,
            name = "Growatt inverter",
            description = "MIN, MID, MOD, TL-XH, SPH and VPP firmware over RS-485 or Modbus TCP.")
    interface Settings extends DriverSettings {}

    /** Makes a driver that waits for its configuration. */
    public GrowattDriver() {
        super(FAMILY);
    }
}
