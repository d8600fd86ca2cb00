package io.wattwire.limit.law;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * The outcome of one evaluation.
 *
 * @param state to be handed to the next evaluation
 * @param commands one for each inverter, in their order
 * @param battery the set-point of the battery
 * @param siteReasons what concerns all inverters
 */
public record Decision(
        LimitState state, List<Command> commands, Setpoint battery, Set<Reason> siteReasons) {

    /**
     * The command for one inverter.
     *
     * @param number of the inverter, from 1
     * @return its limit, to be written or not
     */
    public Command command(int number) {
        return commands.get(number - 1);
    }

    /**
     * Whether anything has to be written.
     *
     * @return true when one of the commands has to be
     */
    public boolean emit() {
        return battery.emit() || commands.stream().anyMatch(Command::emit);
    }

    /**
     * All reasons together.
     *
     * @return empty when all is well and nothing binds
     */
    public Set<Reason> reasons() {
        EnumSet<Reason> all = EnumSet.noneOf(Reason.class);
        all.addAll(siteReasons);
        commands.forEach(command -> all.addAll(command.reasons()));
        return all;
    }
}
