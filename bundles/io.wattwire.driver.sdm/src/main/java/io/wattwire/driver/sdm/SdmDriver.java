package io.wattwire.driver.sdm;

import io.wattwire.device.driver.MeterSettings;
import io.wattwire.device.driver.TableDriver;
import io.wattwire.device.model.BlockRules;
import io.wattwire.device.model.DeviceFamily;
import io.wattwire.device.model.LinkDefaults;
import io.wattwire.device.model.Range;
import io.wattwire.device.model.RegisterKind;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.eclipse.kura.configuration.ConfigurableComponent;
import org.eclipse.kura.driver.Driver;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Driver of Eastron SDM energy meters; docs/devices/sdm.md says where its facts come from. */
@Component(
        name = SdmDriver.PID,
        service = {Driver.class, ConfigurableComponent.class},
        immediate = true,
        configurationPolicy = ConfigurationPolicy.REQUIRE)
@Designate(ocd = SdmDriver.Settings.class, factory = true)
public final class SdmDriver extends TableDriver {

    static final String PID = "io.wattwire.driver.sdm.SdmDriver";

    /**
     * The sheets disagree on 60 or 80 words, and agree on even addresses and even numbers. Unlisted
     * addresses are read over only where meters are known to answer 0.
     */
    private static final BlockRules RULES =
            new BlockRules(
                    60,
                    1,
                    Set.of(346),
                    List.of(
                            new Range(RegisterKind.INPUT, 96, 99),
                            new Range(RegisterKind.INPUT, 252, 257)),
                    true);

    private static final LinkDefaults LINK =
            new LinkDefaults(9600, 'N', 1, 1, Duration.ZERO, Duration.ZERO, Duration.ofMillis(16));

    private static final DeviceFamily FAMILY =
            DeviceFamily.of("sdm", SdmDriver.class)
                    .title("Eastron SDM energy meters")
                    .model("sdm230", "Eastron SDM230")
                    .model("sdm230-2t", "Eastron SDM230-2T, two tariffs")
                    .model("sdm120", "Eastron SDM120")
                    .model("sdm630", "Eastron SDM630, three phases")
                    .model("sdm72", "Eastron SDM72, three phases, power and energy only")
                    .model("sdm72-v2", "Eastron SDM72 V2, three phases")
                    .meter()
                    .rules(RULES)
                    .link(LINK)
                    .identification(new SdmIdentification())
                    .build();

    /** Settings of a driver instance: those of every meter. */
    @ObjectClassDefinition(
            id = PID,
            name = "Eastron SDM energy meter",
            description = "SDM72, SDM120, SDM230 and SDM630 meters over RS-485 or Modbus TCP.")
    interface Settings extends MeterSettings {}

    /** Makes a driver that waits for its configuration. */
    public SdmDriver() {
        super(FAMILY);
    }
}
