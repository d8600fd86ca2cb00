package io.wattwire.device.session;

import io.wattwire.device.link.Deadline;
import io.wattwire.device.link.LinkException;
import io.wattwire.device.link.Priority;
import io.wattwire.device.model.Access;
import io.wattwire.device.model.Register;
import io.wattwire.device.model.RegisterTable;
import io.wattwire.device.model.Service;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Finds out by few requests whether a part of a device is there: one that the device refuses costs
 * three, and none again in the life of the link.
 */
final class PartProbe {

    private final Samples samples;
    private final Planning planning;
    private final BlockReader reader;
    private final Duration patience;

    /**
     * @param patience the longest time of one request
     */
    PartProbe(Samples samples, Planning planning, BlockReader reader, Duration patience) {
        this.samples = samples;
        this.planning = planning;
        this.reader = reader;
        this.patience = patience;
    }

    /**
     * A part is there when one of its registers shows anything but 0: devices with room for a part
     * that is not there answer 0 in its place, or a marker for no value.
     *
     * @param table of the model that answers
     * @throws LinkException when the device does not answer
     */
    boolean isThere(Service service, RegisterTable table) throws LinkException {
        List<Register> registers =
                table.registers().stream()
                        .filter(register -> register.service().equals(service.name()))
                        .filter(register -> register.access() != Access.W)
                        .toList();
        boolean heard = false;
        for (Register witness : witnesses(registers)) {
            if (showsAny(List.of(witness))) {
                return true;
            }
            heard = heard || isHeard(witness);
        }
        return heard && showsAny(registers);
    }

    /** The first, one in the middle and the last: firmware may lack one of them. */
    private static List<Register> witnesses(List<Register> registers) {
        int count = registers.size();
        return IntStream.of(0, count / 2, count - 1)
                .filter(i -> i >= 0 && i < count)
                .distinct()
                .mapToObj(registers::get)
                .toList();
    }

    private boolean showsAny(Collection<Register> registers) throws LinkException {
        for (Batch batch : planning.batches(registers)) {
            reader.read(batch, Priority.SLOW, Deadline.in(patience));
            if (batch.registers().stream().anyMatch(this::shows)) {
                return true;
            }
        }
        return false;
    }

    private boolean isHeard(Register register) {
        return samples.of(register).filter(sample -> sample.problem().isEmpty()).isPresent();
    }

    private boolean shows(Register register) {
        return samples.of(register)
                .filter(sample -> sample.problem().isEmpty() && sample.value() != null)
                .filter(sample -> Arrays.stream(sample.words()).anyMatch(word -> word != 0))
                .isPresent();
    }
}
