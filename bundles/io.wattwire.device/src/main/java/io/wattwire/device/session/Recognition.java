package io.wattwire.device.session;

import io.wattwire.device.link.Deadline;
import io.wattwire.device.link.LinkException;
import io.wattwire.device.link.Priority;
import io.wattwire.device.model.BlockPlace;
import io.wattwire.device.model.DeviceFamily;
import io.wattwire.device.model.Identification;
import io.wattwire.device.model.Identity;
import io.wattwire.device.model.Model;
import io.wattwire.device.model.Protocol;
import io.wattwire.device.model.Register;
import io.wattwire.device.model.RegisterTable;
import io.wattwire.device.model.Values;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds out, once per connection, which model answers, and with that which names mean something.
 * Thread-safe.
 */
final class Recognition {

    /**
     * Who answers and what its names mean.
     *
     * @param identity who answers
     * @param lexicon names of that model
     * @param connection the connection in which it was asked
     */
    record Known(Identity identity, Lexicon lexicon, int connection) {}

    private static final Logger LOG = LoggerFactory.getLogger(Recognition.class);
    private static final int NEVER = -1;

    private final String owner;
    private final DeviceFamily family;
    private final Samples samples;
    private final Planning planning;
    private final BlockReader reader;
    private final BiFunction<Identity, RegisterTable, Lexicon> lexicons;
    private final LayoutSearch layout;
    private final boolean asks;
    private final Identity assumed;
    private final Optional<Identification> identification;
    private List<BlockPlace> places = List.of();
    private final ReentrantLock turn = new ReentrantLock();
    private volatile Known known;

    /**
     * @param whole names of the whole family, until the device has told its model
     * @param layout finds the registers of a family whose devices have them in different places;
     *     null for others
     * @param lexicons the names of a model, of a table
     */
    Recognition(
            String owner,
            DeviceFamily family,
            SessionSettings settings,
            Samples samples,
            Planning planning,
            BlockReader reader,
            LayoutSearch layout,
            Lexicon whole,
            BiFunction<Identity, RegisterTable, Lexicon> lexicons) {
        this.owner = owner;
        this.family = family;
        this.samples = samples;
        this.planning = planning;
        this.reader = reader;
        this.lexicons = lexicons;
        this.layout = layout;
        this.assumed = assumed(family, settings);
        this.identification =
                settings.model().isEmpty() ? family.identification() : Optional.empty();
        this.asks = layout != null || identification.isPresent();
        Lexicon first = asks ? whole : lexicons.apply(assumed, family.table());
        this.known = new Known(assumed, first, NEVER);
    }

    /** What is believed before the device was asked. */
    private static Identity assumed(DeviceFamily family, SessionSettings settings) {
        String model = settings.model();
        if (model.isEmpty() && family.models().size() == 1) {
            model = family.models().get(0).name();
        }
        return new Identity(model, "", "", settings.ratedPowerW(), !model.isEmpty());
    }

    /** What is known now; before the first answer the whole family's names. */
    Known known() {
        return known;
    }

    /** Whether the model is known, from the settings or because the device once said so. */
    boolean isSettled() {
        boolean movable = layout != null; // another device may be behind the address now
        return !asks
                || known.connection() != NEVER
                        && (!movable || known.connection() == samples.connection());
    }

    /**
     * Asks the device who it is, unless that is known for this connection.
     *
     * @throws LinkException when it does not answer, or not in time; what it told so far is kept
     */
    Known settle(Deadline deadline) throws LinkException {
        if (!asks || known.connection() == samples.connection()) {
            return known;
        }
        try {
            if (!turn.tryLock(deadline.remainingNanos(), TimeUnit.NANOSECONDS)) {
                throw unfinished();
            }
            try {
                return ask(deadline);
            } finally {
                turn.unlock();
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw unfinished();
        }
    }

    private Known ask(Deadline deadline) throws LinkException {
        if (known.connection() == samples.connection()) {
            return known;
        }
        List<BlockPlace> found = layout == null ? List.of() : layout.places(deadline);
        RegisterTable table = layout == null ? family.table() : family.table().at(found);
        if (identification.isEmpty()) {
            return learn(assumed, table, found);
        }
        // one with documents may be busy at any time, which says nothing of who it is
        boolean tells = family.protocol() == Protocol.HTTP;
        Set<Register> registers = table.withScales(identification.get().registers());
        for (Batch batch : planning.batches(registers)) {
            if (batch.registers().stream().allMatch(this::isFresh)) {
                continue;
            }
            if (!reader.fits(batch.block(), deadline)) {
                throw unfinished();
            }
            reader.read(batch, Priority.FAST, deadline, tells);
        }
        return learn(identification.get().identify(told(table)), table, found);
    }

    /** What the device itself told in this connection, not one that was there before. */
    private Values told(RegisterTable table) {
        return layout == null
                ? samples
                : name ->
                        table.register(name)
                                .filter(this::isFresh)
                                .flatMap(register -> samples.get(name));
    }

    private boolean isFresh(Register register) {
        return samples.of(register)
                .filter(sample -> sample.read() && sample.connection() == samples.connection())
                .isPresent();
    }

    private Known learn(Identity identity, RegisterTable table, List<BlockPlace> found) {
        boolean same =
                known.connection() != NEVER
                        && known.identity().equals(identity)
                        && places.equals(found);
        if (!same) {
            announce(identity);
        }
        places = found;
        for (BlockPlace place : found) {
            planning.learnBorder(place.address());
        }
        Lexicon lexicon = same ? known.lexicon() : lexicons.apply(identity, table);
        known = new Known(identity, lexicon, samples.connection());
        return known;
    }

    private void announce(Identity identity) {
        if (identity.recognised()) {
            LOG.info("{}: recognised a {} {}", owner, family.name(), identity.model());
        } else {
            LOG.warn(
                    "{}: the device is no model that the driver {} knows; it is read but not"
                            + " written. Set the model if it is one of {}",
                    owner,
                    family.name(),
                    family.models().stream().map(Model::name).collect(Collectors.joining(", ")));
        }
    }

    private static LinkException unfinished() {
        return new LinkException(
                LinkException.Reason.TIMEOUT,
                "the device is still being asked which model it is; the next read goes on");
    }
}
