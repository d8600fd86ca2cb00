package io.wattwire.contract.bench;

import io.wattwire.device.driver.MeterSettings;
import io.wattwire.device.driver.TableDriver;
import io.wattwire.device.model.DeviceFamily;
import org.eclipse.kura.configuration.ConfigurableComponent;
import org.eclipse.kura.driver.Driver;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** As small as a driver can be, with everything that a table can have. */
@Component(
        name = BenchDriver.PID,
        service = {Driver.class, ConfigurableComponent.class},
        immediate = true,
        configurationPolicy = ConfigurationPolicy.REQUIRE)
@Designate(ocd = BenchDriver.Settings.class, factory = true)
public final class BenchDriver extends TableDriver {

    static final String PID = "io.wattwire.contract.bench.BenchDriver";

    private static final DeviceFamily FAMILY =
            DeviceFamily.of("bench", BenchDriver.class)
                    .title("Meter of the bench")
                    .model("small", "Small meter")
                    .model("large", "Large meter")
                    .meter()
                    .build();

    /** Makes an inactive driver. */
    public BenchDriver() {
        super(FAMILY);
    }

    @ObjectClassDefinition(id = PID, name = "Bench meter")
    interface Settings extends MeterSettings {}
}
