package io.wattwire.device.session;

import io.wattwire.device.model.PointControl;
import io.wattwire.device.model.Register;
import java.io.IOException;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a device was set to before the first command, kept until it is given back. One line each:
 * the register and its words.
 */
final class SavedSettings {

    private final StateStore store;

    SavedSettings(StateStore store) {
        this.store = store;
    }

    boolean exist(PointControl control) throws WriteRefused {
        return load(control).isPresent();
    }

    /**
     * Saves the present values; does nothing while there is a save.
     *
     * @throws WriteRefused when they are not known or cannot be kept: then nothing may be changed
     */
    void keep(PointControl control, Collection<Register> registers, Samples samples)
            throws WriteRefused {
        StringBuilder text = new StringBuilder();
        for (Register register : registers) {
            int[] words =
                    samples.of(register)
                            .filter(sample -> sample.problem().isEmpty())
                            .map(Sample::words)
                            .orElseThrow(() -> unread(control, register));
            text.append(register.name());
            for (int word : words) {
                text.append(' ').append(word);
            }
            text.append('\n');
        }
        try {
            store.save(key(control), text.toString());
        } catch (IOException problem) {
            throw new WriteRefused(
                    "the device's own settings cannot be saved before "
                            + control.point()
                            + " changes them; make room in the state directory: "
                            + problem);
        }
    }

    private static WriteRefused unread(PointControl control, Register register) {
        return new WriteRefused(
                register.name()
                        + " cannot be read, so it could not be restored after "
                        + control.point()
                        + " changed it; try again when the device answers");
    }

    /** The words saved by register, in the order in which they were saved. */
    Optional<Map<String, int[]>> load(PointControl control) throws WriteRefused {
        try {
            return store.load(key(control)).map(SavedSettings::parse);
        } catch (IOException | NumberFormatException problem) {
            throw new WriteRefused(
                    "the settings saved before "
                            + control.point()
                            + " cannot be read; mend or delete them in the state directory: "
                            + problem);
        }
    }

    private static Map<String, int[]> parse(String text) {
        Map<String, int[]> words = new LinkedHashMap<>();
        for (String line : text.lines().toList()) {
            String[] parts = line.split(" ");
            words.put(parts[0], Arrays.stream(parts).skip(1).mapToInt(Integer::parseInt).toArray());
        }
        return words;
    }

    void forget(PointControl control) throws WriteRefused {
        try {
            store.delete(key(control));
        } catch (IOException problem) {
            throw new WriteRefused(
                    "the settings were restored, but their copy cannot be deleted; mend the state"
                            + " directory: "
                            + problem);
        }
    }

    private static String key(PointControl control) {
        return "before-" + control.point();
    }
}
