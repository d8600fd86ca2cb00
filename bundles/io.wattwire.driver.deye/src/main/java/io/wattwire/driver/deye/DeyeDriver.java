package io.wattwire.driver.deye;

import io.wattwire.device.driver.BatterySettings;
import io.wattwire.device.driver.TableDriver;
import io.wattwire.device.model.BlockRules;
import io.wattwire.device.model.DeviceFamily;
import io.wattwire.device.model.FamilyBuilder;
import io.wattwire.device.model.LinkDefaults;
import io.wattwire.device.model.Range;
import io.wattwire.device.model.RegisterKind;
import io.wattwire.device.model.Service;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.eclipse.kura.configuration.ConfigurableComponent;
import org.eclipse.kura.driver.Driver;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/**
 * Driver of Deye and Sunsynk hybrid inverters; docs/devices/deye.md says where its facts come from.
 */
@Component(
        name = DeyeDriver.PID,
        service = {Driver.class, ConfigurableComponent.class},
        immediate = true,
        configurationPolicy = ConfigurationPolicy.REQUIRE)
@Designate(ocd = DeyeDriver.Settings.class, factory = true)
public final class DeyeDriver extends TableDriver {

    static final String PID = "io.wattwire.driver.deye.DeyeDriver";

    /** The packs from 10032 on are only in newer firmware: no request reaches them from below. */
    private static final BlockRules RULES =
            new BlockRules(125, 1, Set.of(10_000), List.of(), false);

    /** Unused addresses answer 0 there, so requests may run over them. */
    private static final Range ZEROS = new Range(RegisterKind.HOLDING, 0, 730);

    /** Firmware with packs is read in whole blocks of them by others, over what is unused. */
    private static final Range PACK_ZEROS = new Range(RegisterKind.HOLDING, 10_032, 10_785);

    /** The pause and the turnaround are guesses; the pause of a logger belongs to its link. */
    private static final LinkDefaults LINK =
            new LinkDefaults(
                    9600, 'N', 1, 1, Duration.ofMillis(20), Duration.ZERO, Duration.ofMillis(50));

    private static final int PACKS = 20;

    private static final DeviceFamily FAMILY =
            packs(
                            DeviceFamily.of("deye", DeyeDriver.class)
                                    .title("Deye and Sunsynk hybrid inverters"))
                    .service(Service.sameUnit("battery2", "Second battery input"))
                    .model(DeyeModel.LOW_VOLTAGE, "Deye SG04LP3: three phases, 48 V battery")
                    .model(DeyeModel.HIGH_VOLTAGE, "Deye SG01HP3: three phases, high voltage")
                    .model(
                            DeyeModel.HIGH_VOLTAGE_1098,
                            "Deye SG01HP3 with firmware 1098 or newer: energies in whole kWh")
                    .model(DeyeModel.ONE_PHASE, "Deye SG03LP1, SG04LP1, SG05LP1: one phase")
                    .model(DeyeModel.ONE_PHASE_16K, "Deye SG01LP1 of 16 kW: one phase")
                    .battery()
                    .rules(RULES)
                    .zeros(ZEROS)
                    .zeros(PACK_ZEROS)
                    .link(LINK)
                    .writesMultiple()
                    .joinsWrites()
                    .identification(new DeyeIdentification())
                    .control(new DeyeBatterySetpoint(DeyeSlot.lowVoltage()))
                    .control(new DeyeCurrentSetpoint(DeyeSlot.lowVoltage()))
                    .control(new DeyeBatterySetpoint(DeyeSlot.highVoltage()))
                    .control(new DeyeCurrentSetpoint(DeyeSlot.highVoltage()))
                    .control(new DeyeBatterySetpoint(DeyeSlot.onePhase()))
                    .control(new DeyeCurrentSetpoint(DeyeSlot.onePhase()))
                    .control(DeyeExportLimit.lowVoltage())
                    .control(DeyeExportLimit.highVoltage())
                    .control(DeyeExportLimit.onePhase())
                    .build();

    /** Settings of a driver instance: those of every battery. */
    @ObjectClassDefinition(
            id = PID,
            name = "Deye hybrid inverter",
            description = "Deye and Sunsynk hybrid inverters, one and three phases.")
    interface Settings extends BatterySettings {}

    /** Makes a driver that waits for its configuration. */
    public DeyeDriver() {
        super(FAMILY);
    }

    private static FamilyBuilder packs(FamilyBuilder family) {
        for (int pack = 1; pack <= PACKS; pack++) {
            family.service(Service.sameUnit("pack" + pack, "Battery pack " + pack));
        }
        return family;
    }
}
