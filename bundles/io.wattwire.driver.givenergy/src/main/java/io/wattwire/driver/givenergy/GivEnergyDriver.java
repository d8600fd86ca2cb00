package io.wattwire.driver.givenergy;

import io.wattwire.device.driver.BatterySettings;
import io.wattwire.device.driver.ServiceSettings;
import io.wattwire.device.driver.TableDriver;
import io.wattwire.device.model.DeviceFamily;
import io.wattwire.device.model.FamilyBuilder;
import io.wattwire.device.model.LinkDefaults;
import java.time.Duration;
import java.util.Set;
import org.eclipse.kura.configuration.ConfigurableComponent;
import org.eclipse.kura.driver.Driver;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Driver of GivEnergy; docs/devices/givenergy.md says where its facts come from. */
@Component(
        name = GivEnergyDriver.PID,
        service = {Driver.class, ConfigurableComponent.class},
        immediate = true,
        configurationPolicy = ConfigurationPolicy.REQUIRE)
@Designate(ocd = GivEnergyDriver.Settings.class, factory = true)
public final class GivEnergyDriver extends TableDriver {

    static final String PID = "io.wattwire.driver.givenergy.GivEnergyDriver";

    /** The inverter behind the dongle. */
    private static final int INVERTER = 0x11;

    /** What others wait before they take an answer for lost. */
    private static final Duration READ_DEADLINE = Duration.ofSeconds(6);

    private static final LinkDefaults LINK =
            new LinkDefaults(
                    9600,
                    'N',
                    1,
                    INVERTER,
                    Duration.ofMillis(300),
                    Duration.ZERO,
                    Duration.ofMillis(300));

    private static final DeviceFamily FAMILY = givEnergy();

    /** Settings of a driver instance: those of every battery, and of devices with parts. */
    @ObjectClassDefinition(
            id = PID,
            name = "GivEnergy",
            description = "GivEnergy inverters, batteries, EMS and gateway.")
    interface Settings extends BatterySettings, ServiceSettings {}

    /** Makes a driver that waits for its configuration. */
    public GivEnergyDriver() {
        super(FAMILY);
    }

    private static DeviceFamily givEnergy() {
        FamilyBuilder family =
                DeviceFamily.of("givenergy", GivEnergyDriver.class)
                        .title("GivEnergy inverters and batteries")
                        .usualConnection("givenergy")
                        .rules(GivEnergyBanks.RULES)
                        .link(LINK)
                        .readDeadline(READ_DEADLINE)
                        .battery()
                        .checksWrites()
                        .identification(new GivEnergyIdentification());
        models(family);
        GivEnergyBanks.ZEROS.forEach(family::zeros);
        GivEnergyServices.all().forEach(family::service);
        GivEnergyCommands.all().forEach(family::operation);
        controls(family);
        return family.build();
    }

    private static void models(FamilyBuilder family) {
        family.model(GivEnergyModel.GEN1, "GivEnergy hybrid Gen1")
                .model(GivEnergyModel.GEN2, "GivEnergy hybrid Gen2")
                .model(GivEnergyModel.GEN3_EARLY, "GivEnergy hybrid Gen3 with firmware to 302")
                .model(GivEnergyModel.GEN3, "GivEnergy hybrid Gen3 with ten slots")
                .model(GivEnergyModel.GEN4, "GivEnergy hybrid Gen4")
                .model(GivEnergyModel.HV_GEN3, "GivEnergy hybrid Gen3 with high-voltage battery")
                .model(GivEnergyModel.HYBRID, "other GivEnergy hybrids (21xx to 25xx)")
                .model(GivEnergyModel.AC, "GivEnergy AC coupled inverter")
                .model(GivEnergyModel.ALL_IN_ONE, "GivEnergy All in One")
                .model(GivEnergyModel.THREE_PHASE, "GivEnergy with three phases")
                .model(GivEnergyModel.EMS, "GivEnergy EMS")
                .model(GivEnergyModel.GATEWAY, "GivEnergy Gateway");
    }

    private static void controls(FamilyBuilder family) {
        Set<String> paused = GivEnergyModel.AC_SETTINGS;
        family.control(new PowerLimit())
                .control(BatterySetpoint.lowVoltage())
                .control(BatterySetpoint.allInOne())
                .control(ForcedSlot.charge(GivEnergyModel.WITHOUT_PAUSE))
                .control(ForcedSlot.charge(paused))
                .control(ForcedSlot.threePhaseCharge())
                .control(ForcedSlot.discharge(GivEnergyModel.WITHOUT_PAUSE))
                .control(ForcedSlot.discharge(paused))
                .control(ForcedSlot.threePhaseDischarge())
                .control(new TemporaryPause("battery_pause_charge", "battery_charge_limit"))
                .control(new TemporaryPause("battery_pause_discharge", "battery_discharge_limit"));
    }
}
