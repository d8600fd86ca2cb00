package io.wattwire.driver.sunspec;

import io.wattwire.device.driver.DriverSettings;
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

/**
 * Driver of inverters and meters that speak SunSpec over Modbus; docs/devices/sunspec.md says where
 * its facts come from.
 */
@Component(
        name = SunspecDriver.PID,
        service = {Driver.class, ConfigurableComponent.class},
        immediate = true,
        configurationPolicy = ConfigurationPolicy.REQUIRE)
@Designate(ocd = SunspecDriver.Settings.class, factory = true)
public final class SunspecDriver extends TableDriver {

    static final String PID = "io.wattwire.driver.sunspec.SunspecDriver";

    static final DeviceFamily FAMILY =
            DeviceFamily.of("sunspec", SunspecDriver.class)
                    .title("SunSpec inverters and meters")
                    .model("inverter", "Inverter with models 101-103 or 111-113")
                    .model("solaredge", "SolarEdge inverter, with its meters")
                    .model("solaredge-der", "SolarEdge inverter with the models of the 700 series")
                    .model("fronius", "Fronius inverter")
                    .model("fronius-hybrid", "Fronius GEN24 with a battery")
                    .model("der", "Inverter with the models of the 700 series")
                    .model("meter", "Meter with models 201-204 or 211-214")
                    .service(Service.sameUnit("meter", "First meter behind the inverter"))
                    .service(Service.sameUnit("meter2", "Second meter behind the inverter"))
                    .service(Service.sameUnit("meter3", "Third meter behind the inverter"))
                    .service(Service.sameUnit("mppt", "DC inputs of model 160"))
                    .service(Service.sameUnit("dc", "DC ports of model 714"))
                    .service(Service.sameUnit("battery", "Battery of models 124, 713 and 802"))
                    .layout(new SunspecChain())
                    .identification(new SunspecIdentification())
                    .control(new ImmediateLimit())
                    .control(new DerLimit())
                    .link(
                            new LinkDefaults(
                                    9600,
                                    'N',
                                    1,
                                    1,
                                    Duration.ZERO,
                                    Duration.ZERO,
                                    Duration.ofMillis(50)))
                    .writesMultiple()
                    .sleepsAtNight()
                    .build();

    /** Settings of a driver instance: those of every device. */
    @ObjectClassDefinition(id = PID, name = "SunSpec inverter or meter")
    interface Settings extends DriverSettings {}

    /** Makes a driver that waits for its configuration. */
    public SunspecDriver() {
        super(FAMILY);
    }
}
