package io.wattwire.device.model;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A command in a brand's own words that is no common point and takes more than one register, or a
 * register in another form: a battery mode by its name, a time slot as one text. Implementations
 * are stateless and thread-safe, and do no I/O: they say what to write; the session reads, checks,
 * writes, reads back and tells what did not stay.
 *
 * <p>The registers behind an operation may be of no role: the operation is what an owner may set of
 * them.
 */
public interface Operation {

    /**
     * What it is called, as registers are.
     *
     * @return lower_snake, no register and no point
     */
    String name();

    /**
     * What it takes, for people.
     *
     * @return for example {@code 01:00-04:30, or off}
     */
    String takes();

    /**
     * Who may command it.
     *
     * @return owner or installer
     */
    default WriteRole role() {
        return WriteRole.OWNER;
    }

    /**
     * The models that have it.
     *
     * @return names of models, empty for all
     */
    default Set<String> models() {
        return Set.of();
    }

    /**
     * Registers that must be known before a command.
     *
     * @return names of registers, none where a command needs none
     */
    default Set<String> inputs() {
        return Set.of();
    }

    /**
     * The writes that carry it out, in order; each register at most once.
     *
     * @param wanted number, text or boolean as given
     * @param known values of {@link #inputs()}
     * @return at least one write
     * @throws IllegalArgumentException if it cannot be commanded; the message names cause and
     *     remedy
     */
    List<RegisterWrite> commands(Object wanted, Values known);

    /**
     * What holds now, in the words that {@link #commands} takes.
     *
     * @param known values of {@link #readBackRegisters()}
     * @return empty when it cannot be told
     */
    Optional<Object> readBack(Values known);

    /**
     * Registers that {@link #readBack} needs.
     *
     * @return names of registers, none for what can only be commanded
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
     * Whether the registers still hold tomorrow what was written now.
     *
     * @return false for a clock, or what the device goes on with by itself
     */
    default boolean stays() {
        return true;
    }
}
