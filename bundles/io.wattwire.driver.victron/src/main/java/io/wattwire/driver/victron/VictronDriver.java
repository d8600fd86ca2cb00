package io.wattwire.driver.victron;

import io.wattwire.device.driver.BatterySettings;
import io.wattwire.device.driver.ServiceSettings;
import io.wattwire.device.driver.TableDriver;
import io.wattwire.device.model.DeviceFamily;
import io.wattwire.device.model.LinkDefaults;
import java.time.Duration;
import org.eclipse.kura.configuration.ConfigurableComponent;
import org.eclipse.kura.driver.Driver;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Driver of Victron GX devices; docs/devices/victron.md says where its facts come from. */
@Component(
        name = VictronDriver.PID,
        service = {Driver.class, ConfigurableComponent.class},
        immediate = true,
        configurationPolicy = ConfigurationPolicy.REQUIRE)
@Designate(ocd = VictronDriver.Settings.class, factory = true)
public final class VictronDriver extends TableDriver {

    static final String PID = "io.wattwire.driver.victron.VictronDriver";

    /** The GX's own services: system, settings and hub4. */
    private static final int UNIT = 100;

    private static final LinkDefaults LINK =
            new LinkDefaults(
                    9600, 'N', 1, UNIT, Duration.ZERO, Duration.ZERO, Duration.ofMillis(16));

    private static final DeviceFamily FAMILY =
            VictronServices.declare(DeviceFamily.of("victron", VictronDriver.class))
                    .title("Victron GX")
                    .model("gx", "Victron GX with VE.Bus inverter/chargers, ESS modes 1 and 2")
                    .model("gx-external", "Victron GX, the battery commanded in ESS mode 3")
                    .model("gx-pvinverter", "PV inverter behind a Victron GX")
                    .rules(VictronBlocks.rules())
                    .link(LINK)
                    .gateway()
                    .battery()
                    .joinsWrites()
                    .identification(new VictronIdentification())
                    .control(new GridSetpoint())
                    .control(ExternalSetpoint.total())
                    .control(ExternalSetpoint.ofPhase(1))
                    .control(ExternalSetpoint.ofPhase(2))
                    .control(ExternalSetpoint.ofPhase(3))
                    .control(new FeedInLimit())
                    .control(new PvInverterLimit())
                    .build();

    /**
     * Settings of a driver instance: also the unit ids of the services, and bounds of the battery.
     */
    @ObjectClassDefinition(
            id = PID,
            name = "Victron GX",
            description =
                    "Cerbo GX, Ekrano GX, MultiPlus-II GX and others, with all that hangs on them, over Modbus TCP.")
    interface Settings extends BatterySettings, ServiceSettings {}

    /** Makes a driver that waits for its configuration. */
    public VictronDriver() {
        super(FAMILY);
    }
}
