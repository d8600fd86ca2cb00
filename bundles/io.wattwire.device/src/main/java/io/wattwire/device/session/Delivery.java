package io.wattwire.device.session;

import io.wattwire.device.link.Deadline;
import io.wattwire.device.link.LinkException;
import io.wattwire.device.model.PointControl;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings one command to the device, within the battery's bounds. Callers hold the turn. */
final class Delivery {

    /** So often it is looked whether the device shows a limit that it has not shown yet. */
    private static final Duration LOOKS = Duration.ofMillis(900);

    private static final Logger LOG = LoggerFactory.getLogger(Delivery.class);

    private final String owner;
    private final LinkWatch watch;
    private final LongSupplier clock;
    private final BatteryGuard battery;
    private final Haste haste;
    private final Announcer announcer;
    private final Function<Lexicon, ControlSequence> sequences;

    Delivery(
            String owner,
            LinkWatch watch,
            LongSupplier clock,
            BatteryGuard battery,
            Haste haste,
            Announcer announcer,
            Function<Lexicon, ControlSequence> sequences) {
        this.owner = owner;
        this.watch = watch;
        this.clock = clock;
        this.battery = battery;
        this.haste = haste;
        this.announcer = announcer;
        this.sequences = sequences;
    }

    /**
     * How far the device may be believed to be in the state in which an earlier command left it.
     *
     * @param before of the same point; null for none
     */
    Trust trust(Command before, Command command) {
        // reading first would delay a fall where answers take long
        boolean falls = WriteGuard.isLimit(command.control()) && command.isNoRise();
        if (falls && haste.leavesNoTimeToRead()) {
            return Trust.lastKnown(before == null || !before.answeredSince(watch.returns()));
        }
        OptionalLong confirmed =
                before == null ? OptionalLong.empty() : before.trusted(watch.returns());
        return confirmed.isPresent() ? Trust.since(confirmed.getAsLong()) : Trust.NONE;
    }

    /**
     * Writes what is wanted, or as much of it as the battery's bounds let through.
     *
     * @param standing all commands that are defended beside it
     * @param occasion of the write, for the audit log
     */
    void run(
            Lexicon lexicon,
            Command command,
            Collection<Command> standing,
            Trust trust,
            String occasion,
            Deadline deadline)
            throws WriteRefused, LinkException {
        String why = bound(lexicon, command, standing, deadline);
        String said =
                why.isEmpty() ? occasion : occasion + ", held at " + command.wanted() + ": " + why;
        Duration expiry =
                sequences
                        .apply(lexicon)
                        .command(command.control(), command.wanted(), trust, said, deadline);
        announcer.sent(command.control());
        command.written(clock.getAsLong(), watch.returns(), expiry);
    }

    /**
     * Holds a command within the battery's bounds. It is never raised again: that is for whoever
     * commands.
     *
     * @return why it is held; empty when it is sent as asked
     */
    String bound(Lexicon lexicon, Command command, Collection<Command> standing, Deadline deadline)
            throws LinkException {
        List<Double> others =
                standing.stream()
                        .filter(other -> isOtherPhase(command.control(), other.control()))
                        .map(Command::wanted)
                        .toList();
        BatteryGuard.Bounded bounded =
                battery.bound(lexicon, command.control(), command.wanted(), others, deadline);
        if (bounded.value() != command.wanted()) {
            command.hold(bounded.value());
            LOG.info(
                    "{}: {} = {} is held at {}, as {}",
                    owner,
                    command.control().point(),
                    command.asked(),
                    command.wanted(),
                    bounded.why());
        }
        return bounded.why();
    }

    private static boolean isOtherPhase(PointControl control, PointControl other) {
        String phase = "battery_power_setpoint_l";
        return control.point().startsWith(phase)
                && other.point().startsWith(phase)
                && !control.point().equals(other.point());
    }

    /**
     * A device that shows its set-point at once is believed at once; another one is compared later.
     */
    void confirm(Lexicon lexicon, Command command, Deadline deadline) {
        if (haste.isSlow() || haste.isAwaited()) {
            return; // its answer would take the time of a newer command
        }
        try {
            ControlReading device = sequences.apply(lexicon).reading();
            ControlReading.Shown shown = device.readBack(command.control(), deadline);
            if (device.obeys(command.control(), command.wanted(), shown.value())) {
                command.confirm(shown.mark(), watch.returns());
            }
        } catch (LinkException later) {
            LOG.debug("{}: {} is read back later", owner, command.control().point(), later);
        }
    }

    /** Whether a limit that was not shown yet is shown by now; never a reason to write. */
    void look(Lexicon lexicon, Command command, Deadline deadline) {
        if (WriteGuard.isLimit(command.control())
                && !haste.isSlow() // it could not be seen: no look is spent
                && command.isToBeLookedAt(haste.settling(LOOKS), clock.getAsLong())) {
            command.looked(clock.getAsLong());
            confirm(lexicon, command, deadline);
        }
    }
}
