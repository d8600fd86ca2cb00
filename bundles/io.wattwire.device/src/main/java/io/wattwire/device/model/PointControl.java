package io.wattwire.device.model;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * A writable common point that needs a sequence of writes: the one piece of code that a driver has
 * beside its tables. Implementations are stateless and thread-safe, and do no I/O: they say what to
 * write, the session writes it.
 */
public interface PointControl {

    /**
     * The point that is controlled.
     *
     * @return name of a writable common point, {@code inverter_power_limit}
     */
    String point();

    /**
     * What the device does when we vanish.
     *
     * @return the class of its fail-safe
     */
    FailSafeClass failSafeClass();

    /**
     * The class in words for status pages: after which time the device does what.
     *
     * @return one sentence
     */
    String failSafeNote();

    /**
     * The models that are controlled this way.
     *
     * @return names of models, empty for all
     */
    default Set<String> models() {
        return Set.of();
    }

    /**
     * Registers that must be known before a command: rated power, memory flag.
     *
     * @return names of registers
     */
    Set<String> inputs();

    /**
     * The smallest change that the device can make.
     *
     * @param known values of {@link #inputs()}
     * @return in the point's unit, above 0; empty when not known yet
     */
    OptionalDouble step(Values known);

    /**
     * The lowest value the device obeys.
     *
     * @param known values of {@link #inputs()}
     * @return in the point's unit; empty when not known yet
     */
    OptionalDouble minimum(Values known);

    /**
     * The highest value the device obeys.
     *
     * @param known values of {@link #inputs()}
     * @return in the point's unit; empty when not known yet
     */
    OptionalDouble maximum(Values known);

    /**
     * The writes that make the device obey, in order; rounded to the safe side, which for a limit
     * is down.
     *
     * @param wanted in the point's unit
     * @param known values of {@link #inputs()}
     * @return at least one write
     * @throws IllegalArgumentException if the value cannot be commanded; the message names cause
     *     and remedy
     */
    List<RegisterWrite> commands(double wanted, Values known);

    /**
     * What the device says it obeys. A command is accepted when the read-back is the command or at
     * most one step nearer to 0: command - step &lt;= read-back &lt;= command for a limit and for
     * charging, command &lt;= read-back &lt;= command + step for discharging.
     *
     * @param known values of {@link #readBackRegisters()} and {@link #inputs()}
     * @return in the point's unit; empty when it cannot be told
     */
    OptionalDouble readBack(Values known);

    /**
     * Registers that {@link #readBack} needs.
     *
     * @return names of registers
     */
    Set<String> readBackRegisters();

    /**
     * Which of {@link #readBackRegisters()} the device may mark as not set. That says something
     * too: {@link #readBack} is asked without them. Without any other there is no reading.
     *
     * @return names of registers, none for most
     */
    default Set<String> mayBeUnset() {
        return Set.of();
    }

    /**
     * Registers whose values are saved before the first write and restored when control is handed
     * back.
     *
     * @return names of registers
     */
    Set<String> saved();

    /**
     * Whether control goes back to the device by itself when the commander is gone: after {@code
     * setpoint.valid} without a command, when the session is closed, and at the next start after a
     * crash. Right for battery set-points; never for limits, as a failure must not raise one.
     *
     * @return true to let go and restore what was saved
     */
    default boolean handsBack() {
        return false;
    }

    /**
     * What is written before the saved registers are restored when control goes back: first what
     * makes the device safe, as power 0, then what ends the forced mode.
     *
     * @param known values of {@link #inputs()} and {@link #readBackRegisters()}
     * @return in order; none when restoring is all
     */
    default List<RegisterWrite> letGo(Values known) {
        return List.of();
    }

    /**
     * How long a command holds, where the command itself says so: minutes of forced charging. After
     * that control goes back as {@link #handsBack} says; a command that lasts no time hands it back
     * at once.
     *
     * @param wanted in the point's unit
     * @return empty where {@code setpoint.valid} counts
     */
    default Optional<Duration> lasts(double wanted) {
        return Optional.empty();
    }

    /**
     * How often a command is computed anew while it is valid, for a device that is commanded in
     * another quantity: a grid set-point that leaves the wanted power for the battery depends on
     * the loads, which move by themselves. The inputs are then read for every command, and a
     * read-back that moved with them is no reason to take the device for restarted.
     *
     * @return time between two computations; zero where a command holds until the device forgets it
     */
    default Duration follows() {
        return Duration.ZERO;
    }
}
