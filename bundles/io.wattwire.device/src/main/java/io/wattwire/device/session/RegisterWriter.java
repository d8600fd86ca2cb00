package io.wattwire.device.session;

import io.wattwire.device.link.Deadline;
import io.wattwire.device.link.LinkException;
import io.wattwire.device.model.Access;
import io.wattwire.device.model.Register;
import io.wattwire.device.model.RegisterWrite;
import io.wattwire.device.model.Storage;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/**
 * Brings one value into one register: compares, spares, writes, records. The caller has asked the
 * guard.
 */
final class RegisterWriter {

    private final DeviceLink link;
    private final Samples samples;
    private final BlockReader reader;
    private final Wear wear;
    private final AuditLog audit;
    private final ServiceUnits units;

    RegisterWriter(
            DeviceLink link,
            Samples samples,
            BlockReader reader,
            Wear wear,
            AuditLog audit,
            ServiceUnits units) {
        this.link = link;
        this.samples = samples;
        this.reader = reader;
        this.wear = wear;
        this.audit = audit;
        this.units = units;
    }

    /**
     * Writes an engineering value, unless the register holds it already and need not hear it again.
     *
     * @param since what was read since this mark need not be read again
     * @param occasion for the audit
     * @throws WriteRefused when value or wear forbid it
     * @throws LinkException when the device does not answer or refuses
     */
    void write(
            Register register, RegisterWrite write, long since, String occasion, Deadline deadline)
            throws WriteRefused, LinkException {
        int[] words = encode(register, write.value());
        boolean spared = write.onlyIfDifferent() || register.storage() == Storage.FLASH;
        put(register, words, spared, since, occasion, deadline);
    }

    /**
     * Puts words back that were there before, whatever range the table allows; leaves the register
     * alone if it holds them.
     */
    void restore(Register register, int[] words, long since, String occasion, Deadline deadline)
            throws WriteRefused, LinkException {
        put(register, words, true, since, occasion, deadline);
    }

    /** Whether a value could be written at all, with no word to the device. */
    int[] encode(Register register, Object value) throws WriteRefused {
        unit(register);
        try {
            return register.encode(value);
        } catch (IllegalArgumentException wrong) {
            throw new WriteRefused(wrong.getMessage());
        }
    }

    /** Where a register is; refuses one of a part that is not there. */
    int unit(Register register) throws WriteRefused {
        return units.of(register).orElseThrow(() -> new WriteRefused(units.missing(register)));
    }

    private void put(
            Register register,
            int[] words,
            boolean spared,
            long since,
            String occasion,
            Deadline deadline)
            throws WriteRefused, LinkException {
        Optional<Sample> now = now(register, since, deadline);
        if (spared && now.filter(sample -> Arrays.equals(sample.words(), words)).isPresent()) {
            return;
        }
        Optional<Object> before = now.map(Sample::value);
        Optional<Object> after = register.decode(words);
        wear.check(register, before, after);
        link.write(unit(register), register, words, deadline);
        wear.wrote(register, before, after);
        audit.wrote(occasion, register, before, after, words);
    }

    private Optional<Sample> now(Register register, long since, Deadline deadline)
            throws LinkException {
        if (register.access() == Access.W) {
            return Optional.empty();
        }
        if (samples.of(register).filter(sample -> sample.mark() >= since).isEmpty()) {
            reader.readNow(Set.of(register), deadline);
        }
        return samples.of(register)
                .filter(sample -> sample.mark() >= since && sample.problem().isEmpty());
    }
}
