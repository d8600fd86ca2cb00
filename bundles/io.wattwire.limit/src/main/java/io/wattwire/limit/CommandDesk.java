package io.wattwire.limit;

import io.wattwire.device.wire.RefusedException;
import io.wattwire.limit.supervisor.ResetOutcome;
import io.wattwire.limit.supervisor.Role;
import io.wattwire.limit.supervisor.Seal;
import io.wattwire.limit.supervisor.SupervisorKeeper;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Carries out the commands that arrive as a setting: reset, seal, unseal. Only a change of the
 * setting counts, so that a restart repeats none. Checking a PIN takes half a second: not on the
 * limit's thread.
 */
final class CommandDesk {

    static final String COMMAND = "command";
    static final String PIN = "installer.pin";

    private static final Logger LOG = LoggerFactory.getLogger(CommandDesk.class);

    private final String pid;
    private final SupervisorKeeper keeper;
    private final Seal seal;
    private final Witness witness;
    private final Function<Object, char[]> decrypt;
    private String last;

    /**
     * @param decrypt makes a PIN of what the configuration holds
     * @param properties of the start: a command in it was carried out before
     */
    CommandDesk(
            String pid,
            SupervisorKeeper keeper,
            Seal seal,
            Witness witness,
            Function<Object, char[]> decrypt,
            Map<String, Object> properties) {
        this.pid = pid;
        this.keeper = keeper;
        this.seal = seal;
        this.witness = witness;
        this.decrypt = decrypt;
        this.last = command(properties);
    }

    private static String command(Map<String, Object> properties) {
        Object text = properties.get(COMMAND);
        return text == null
                ? Defaults.COMMAND
                : String.valueOf(text).trim().toLowerCase(Locale.ROOT);
    }

    /**
     * Carries out a command if the configuration brought a new one.
     *
     * @param properties as they were entered
     * @param configured the settings in use, with why they are others than entered
     */
    void serve(Map<String, Object> properties, Configured configured, long nowNanos, long wall) {
        String command = command(properties);
        if (command.equals(last)) {
            return;
        }
        last = command;
        if (command.equals(Defaults.COMMAND)) {
            return;
        }
        char[] pin = decrypt.apply(properties.get(PIN));
        try {
            String done = carryOut(command, pin, properties, configured, nowNanos, wall);
            LOG.info("{}: {}", pid, done);
            witness.note("command " + command + ": " + done, nowNanos);
        } catch (RefusedException | IOException e) {
            LOG.error("{}: command {} refused: {}", pid, shown(command), e.getMessage());
            witness.note("command " + shown(command) + " refused: " + e.getMessage(), nowNanos);
        } finally {
            Arrays.fill(pin, '\0');
        }
    }

    private String carryOut(
            String command,
            char[] pin,
            Map<String, Object> properties,
            Configured configured,
            long nowNanos,
            long wall)
            throws RefusedException, IOException {
        switch (command) {
            case "reset":
                return reset(pin, configured, nowNanos);
            case "seal":
                if (!configured.problem().isEmpty()) {
                    throw new RefusedException(
                            List.of("mend the configuration first: " + configured.problem()));
                }
                seal.close(sealed(), properties, pin, wall);
                return "the settings are sealed";
            case "unseal":
                seal.open(pin, nowNanos);
                return "the seal is open";
            default:
                throw new RefusedException(List.of("choose one of none, reset, seal, unseal"));
        }
    }

    private String reset(char[] pin, Configured configured, long nowNanos) throws RefusedException {
        Role role = pin.length == 0 ? Role.OWNER : Role.INSTALLER;
        if (role == Role.INSTALLER) {
            seal.check(pin, nowNanos);
        }
        ResetOutcome outcome = keeper.reset(configured.chosen().supervisor(), role, nowNanos);
        if (!outcome.accepted()) {
            throw new RefusedException(List.of(outcome.text()));
        }
        return outcome.text();
    }

    /** All of the form but the commands; what is not set stays so too. */
    private static Set<String> sealed() {
        Set<String> keys = new TreeSet<>(FormKeys.ALL);
        keys.remove(COMMAND);
        keys.remove(PIN);
        return keys;
    }

    private static String shown(String command) {
        return command.length() <= 20 ? command : command.substring(0, 20) + "…";
    }
}
