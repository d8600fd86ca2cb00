package io.wattwire.device.session;

import io.wattwire.device.link.Deadline;
import io.wattwire.device.link.LinkException;
import io.wattwire.device.link.Priority;
import io.wattwire.device.model.DeviceFamily;
import io.wattwire.device.model.Identification;
import io.wattwire.device.model.Identity;
import io.wattwire.device.model.Register;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Compares the model that the settings name with what the device says of itself. The settings are
 * believed all the same, as far as names and reading go; what it says otherwise is told. Most
 * devices are asked along with what is read anyway; one request more is spent on each connection at
 * most, and none after one that was not answered. Thread-safe.
 */
final class ModelCheck {

    private static final Logger LOG = LoggerFactory.getLogger(ModelCheck.class);
    private static final int NEVER = -1;

    private final String owner;
    private final String model;
    private final Samples samples;
    private final Planning planning;
    private final BlockReader reader;
    private final Optional<Identification> identification;
    private final Set<Register> registers;
    private volatile boolean silent;
    private volatile int readings = NEVER;
    private volatile int asked = NEVER;
    private volatile int concluded = NEVER;
    private volatile String problem = "";

    ModelCheck(
            String owner,
            DeviceFamily family,
            SessionSettings settings,
            Samples samples,
            Planning planning,
            BlockReader reader) {
        this.owner = owner;
        this.model = settings.model();
        this.samples = samples;
        this.planning = planning;
        this.reader = reader;
        // where registers lie elsewhere on each device, their search has told what is there
        boolean compares = !model.isEmpty() && family.layout().isEmpty();
        this.identification = compares ? family.identification() : Optional.empty();
        this.registers =
                identification
                        .map(who -> family.table().withScales(who.registers()))
                        .orElse(Set.of());
    }

    /** What the device says to the contrary, with the remedy; empty while it says nothing so. */
    String problem() {
        return problem;
    }

    /**
     * After a reading: asks for what is missing where that takes one request, then compares. Not
     * after the first reading of a connection, which has the most to read.
     */
    void askIfCheap(Deadline deadline) {
        boolean first = readings != samples.connection();
        readings = samples.connection();
        if (!first && isDue() && missing().size() == 1) {
            ask(deadline);
        }
        compare();
    }

    /** Asks for all that is missing, then compares; silence is no answer to the question. */
    void ask(Deadline deadline) {
        if (isDue()) {
            try {
                for (Batch batch : missing()) {
                    if (!reader.fits(batch.block(), deadline)) {
                        return; // the next time goes on
                    }
                    reader.read(batch, Priority.SLOW, deadline);
                }
                asked = samples.connection();
            } catch (LinkException unanswered) {
                silent = true;
                LOG.debug("{} does not say which model it is", owner, unanswered);
            }
        }
        compare();
    }

    /** Compares what was read, if all that the device says of itself was, and asks nothing. */
    void compare() {
        if (identification.isEmpty()
                || concluded == samples.connection()
                || !registers.stream().allMatch(this::isTried)) {
            return;
        }
        Identity told = identification.get().identify(samples);
        concluded = samples.connection();
        String now = identification.get().contradicts(model, told) ? text(told) : "";
        if (!now.isEmpty() && !now.equals(problem)) {
            LOG.warn("{}: {}", owner, now);
        }
        problem = now;
    }

    private boolean isDue() {
        return identification.isPresent()
                && !silent
                && asked != samples.connection()
                && concluded != samples.connection();
    }

    private List<Batch> missing() {
        return planning.batches(registers).stream()
                .filter(batch -> !batch.registers().stream().allMatch(this::isTried))
                .toList();
    }

    /** Read in this connection, or refused since there is a session. */
    private boolean isTried(Register register) {
        return samples.of(register)
                .filter(
                        sample ->
                                sample.connection() == samples.connection()
                                        || sample.problem().startsWith(BlockReader.HOLE))
                .isPresent();
    }

    private String text(Identity told) {
        return "the settings name the model "
                + model
                + ", but the device says that it is a "
                + told.model()
                + ", so values may be wrong; set the model "
                + told.model()
                + " or leave it out";
    }
}
