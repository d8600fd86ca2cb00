package io.wattwire.driver.chint;

import io.wattwire.device.driver.MeterSettings;
import io.wattwire.device.driver.TableDriver;
import io.wattwire.device.model.BlockRules;
import io.wattwire.device.model.DeviceFamily;
import io.wattwire.device.model.Range;
import io.wattwire.device.model.RegisterKind;
import java.util.List;
import java.util.Set;
import org.eclipse.kura.configuration.ConfigurableComponent;
import org.eclipse.kura.driver.Driver;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Driver of Chint energy meters; docs/devices/chint.md says where its facts come from. */
@Component(
        name = ChintDriver.PID,
        service = {Driver.class, ConfigurableComponent.class},
        immediate = true,
        configurationPolicy = ConfigurationPolicy.REQUIRE)
@Designate(ocd = ChintDriver.Settings.class, factory = true)
public final class ChintDriver extends TableDriver {

    static final String PID = "io.wattwire.driver.chint.ChintDriver";

    /**
     * No sheet names a longest request: 34 words is the longest that somebody reads of a real
     * meter. The ranges are those that no sheet lists.
     */
    private static final BlockRules RULES =
            new BlockRules(
                    34,
                    1,
                    Set.of(),
                    List.of(
                            new Range(RegisterKind.HOLDING, 13, 43),
                            new Range(RegisterKind.HOLDING, 8226, 8233),
                            new Range(RegisterKind.HOLDING, 8242, 8259),
                            new Range(RegisterKind.HOLDING, 8262, 8271)),
                    false);

    private static final DeviceFamily FAMILY =
            DeviceFamily.of("chint", ChintDriver.class)
                    .title("Chint energy meters")
                    .model("dtsu666", "Chint DTSU666 and DTSU666-CT, three phases")
                    .model("dtsu666-secondary", "Chint DTSU666 of 2019, values before the CT ratio")
                    .model("dtsu666-401e", "Chint DTSU666, older, energies from 401E on")
                    .model("ddsu666", "Chint DDSU666, one phase")
                    .meter()
                    .rules(RULES)
                    .build();

    /** Settings of a driver instance: those of every meter. */
    @ObjectClassDefinition(
            id = PID,
            name = "Chint energy meter",
            description = "DTSU666 and DDSU666 meters over RS-485 or Modbus TCP; set the model.")
    interface Settings extends MeterSettings {}

    /** Makes a driver that waits for its configuration. */
    public ChintDriver() {
        super(FAMILY);
    }
}
