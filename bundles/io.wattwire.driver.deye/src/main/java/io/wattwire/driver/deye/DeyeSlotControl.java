package io.wattwire.driver.deye;

import io.wattwire.device.model.FailSafeClass;
import io.wattwire.device.model.PointControl;
import io.wattwire.device.model.RegisterWrite;
import io.wattwire.device.model.Values;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * What the set-points of a Deye's battery have in common: the slot. As they write the same
 * registers, one takes the other's place, and what the first one found is what goes back. All these
 * settings are stored, so it is for a few changes a day, and for no control loop.
 */
abstract class DeyeSlotControl implements PointControl {

    /**
     * The voltage wanders, and with it the watts behind a current. A difference below this is left
     * alone, so that stored settings are not written at every tenth of a volt.
     */
    static final double WANDERING_A = 2;

    final DeyeSlot slot;
    private final String point;

    DeyeSlotControl(String point, DeyeSlot slot) {
        this.point = point;
        this.slot = slot;
    }

    @Override
    public final String point() {
        return point;
    }

    @Override
    public final FailSafeClass failSafeClass() {
        return FailSafeClass.C;
    }

    @Override
    public final String failSafeNote() {
        return "Nothing in the inverter watches the gateway: the last slot stays in force, stored, until the battery is"
                + " full or at the floor that the inverter itself keeps (battery_low_soc, battery_shutdown_soc)";
    }

    @Override
    public final Set<String> models() {
        return slot.models();
    }

    @Override
    public final Set<String> inputs() {
        return slot.inputs();
    }

    @Override
    public final List<RegisterWrite> commands(double wanted, Values known) {
        if (!Double.isFinite(wanted)) {
            throw new IllegalArgumentException(
                    point + " of " + wanted + ": write a number, + is charging");
        }
        return wanted < 0 ? discharge(-wanted, known) : charge(wanted, known);
    }

    /** Writes for a value above or at 0. */
    abstract List<RegisterWrite> charge(double wanted, Values known);

    /** Writes for the size of a value below 0. */
    abstract List<RegisterWrite> discharge(double wanted, Values known);

    @Override
    public final OptionalDouble readBack(Values known) {
        OptionalDouble amps = slot.chargingA(known);
        if (amps.isPresent()) {
            return charging(amps.getAsDouble(), known);
        }
        OptionalDouble watts = slot.dischargingW(known);
        return watts.isPresent() ? discharging(watts.getAsDouble(), known) : watts;
    }

    /** What charging at a current is in the point's unit. */
    abstract OptionalDouble charging(double amps, Values known);

    /** What giving a power is in the point's unit, at or below 0. */
    abstract OptionalDouble discharging(double watts, Values known);

    @Override
    public final Set<String> readBackRegisters() {
        return slot.registers();
    }

    @Override
    public final Set<String> saved() {
        return slot.registers();
    }

    /**
     * Restoring ends it by itself: the table has the schedule before the slot and the current last,
     * so nothing is forced after the first writes, and nothing rises above what was commanded.
     * Bringing power to 0 before would only wear stored settings.
     */
    @Override
    public final boolean handsBack() {
        return true;
    }
}
