package io.wattwire.driver.sma;

import io.wattwire.device.driver.BatterySettings;
import io.wattwire.device.driver.ServiceSettings;
import io.wattwire.device.driver.TableDriver;
import io.wattwire.device.model.DeviceFamily;
import io.wattwire.device.model.LinkDefaults;
import io.wattwire.device.model.Service;
import java.time.Duration;
import org.eclipse.kura.configuration.ConfigurableComponent;
import org.eclipse.kura.driver.Driver;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Driver of SMA's battery inverters; docs/devices/sma.md says where its facts come from. */
@Component(
        name = SmaDriver.PID,
        service = {Driver.class, ConfigurableComponent.class},
        immediate = true,
        configurationPolicy = ConfigurationPolicy.REQUIRE)
@Designate(ocd = SmaDriver.Settings.class, factory = true)
public final class SmaDriver extends TableDriver {

    static final String PID = "io.wattwire.driver.sma.SmaDriver";

    /** Modbus TCP; the serial parameters have no meaning, and unit 3 is what SMA ships. */
    private static final LinkDefaults LINK =
            new LinkDefaults(9600, 'N', 1, 3, Duration.ZERO, Duration.ZERO, Duration.ofMillis(50));

    private static final DeviceFamily FAMILY =
            DeviceFamily.of("sma", SmaDriver.class)
                    .title("SMA battery inverters")
                    .model("si", "SMA Sunny Island -12 and -13")
                    .model("si-11", "SMA Sunny Island -11")
                    .model("sbs", "SMA Sunny Boy Storage")
                    .link(LINK)
                    .service(Service.unit("gateway", "Modbus gateway of the device", 1))
                    .battery()
                    .joinsWrites()
                    .identification(new SmaIdentification())
                    .control(new IslandSetPoint("si", "maximum_active_power"))
                    .control(new IslandSetPoint("si-11", "device_type"))
                    .control(new StorageSetPoint())
                    .control(new ExportLimit())
                    .build();

    /** Settings of a driver instance: those of every driver, of batteries and of parts. */
    @ObjectClassDefinition(
            id = PID,
            name = "SMA battery inverter",
            description = "Sunny Island and Sunny Boy Storage over Modbus TCP.")
    interface Settings extends BatterySettings, ServiceSettings {}

    /** Makes a driver that waits for its configuration. */
    public SmaDriver() {
        super(FAMILY);
    }
}
