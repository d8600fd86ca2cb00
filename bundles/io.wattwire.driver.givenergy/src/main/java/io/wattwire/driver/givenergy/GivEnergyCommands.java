package io.wattwire.driver.givenergy;

import static io.wattwire.driver.givenergy.GivEnergyModel.AC_SETTINGS;
import static io.wattwire.driver.givenergy.GivEnergyModel.EMS;
import static io.wattwire.driver.givenergy.GivEnergyModel.INVERTERS;
import static io.wattwire.driver.givenergy.GivEnergyModel.ONE_PHASE;
import static io.wattwire.driver.givenergy.GivEnergyModel.TEN_SLOTS;
import static io.wattwire.driver.givenergy.GivEnergyModel.THREE_PHASE;
import static io.wattwire.driver.givenergy.GivEnergyModel.with;

import io.wattwire.device.model.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The operations, each with the models that have it: the list of what is allowed. */
final class GivEnergyCommands {

    private static final int SLOTS = 10;
    private static final int EMS_SLOTS = 3;
    private static final int FIRST_OF_TEN = 3;

    private GivEnergyCommands() {}

    static List<Operation> all() {
        List<Operation> all = new ArrayList<>();
        all.add(new BatteryMode(INVERTERS));
        all.add(new ChargeTarget(INVERTERS));
        all.add(new Reserve(INVERTERS));
        all.add(Switch.discharging(INVERTERS));
        all.add(Switch.of("charge_schedule", "enable_charge", ONE_PHASE));
        all.add(Switch.of("charge_schedule", "ac_charge_enable", Set.of(THREE_PHASE)));
        all.add(Switch.of("discharge_schedule", "enable_discharge", INVERTERS));
        all.add(new Rate("charge_rate", "battery_charge_limit", ONE_PHASE));
        all.add(new Rate("discharge_rate", "battery_discharge_limit", ONE_PHASE));
        all.add(new DateAndTime(INVERTERS));
        all.add(new Calibration(INVERTERS));
        all.add(SlotCommand.of("battery_pause_slot", AC_SETTINGS));
        for (int slot = 1; slot <= SLOTS; slot++) {
            Set<String> has = slot < FIRST_OF_TEN ? INVERTERS : TEN_SLOTS;
            all.add(SlotCommand.of("charge_slot_" + slot, has, ChargeTarget::of));
            all.add(SlotCommand.of("discharge_slot_" + slot, has, Reserve::of));
        }
        for (int slot = 1; slot <= EMS_SLOTS; slot++) {
            all.add(ems("charge", slot));
            all.add(ems("discharge", slot));
            all.add(ems("export", slot));
        }
        for (int slot = 1; slot <= SLOTS; slot++) {
            all.add(SlotCommand.untold("smart_load_slot_" + slot, smartLoads()));
        }
        return List.copyOf(all);
    }

    private static Set<String> smartLoads() {
        return with(
                Set.of(GivEnergyModel.GEN3, GivEnergyModel.GEN4),
                GivEnergyModel.HV_GEN3,
                GivEnergyModel.ALL_IN_ONE);
    }

    /** An EMS has a target for each slot. */
    private static Operation ems(String what, int slot) {
        String target = what + "_target_" + slot;
        return SlotCommand.of(
                what + "_slot_" + slot,
                Set.of(EMS),
                percent -> List.of(Command.write(target, Given.percent(target, percent, 4, 100))));
    }
}
