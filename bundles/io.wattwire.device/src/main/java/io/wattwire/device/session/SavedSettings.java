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
     * Saves the present values; does nothing while there is a save. Of a register that another
     * point's control changed already, its value from before that is saved.
     *
     * @param others controls of the device's other points
     * @throws WriteRefused when they are not known or cannot be kept: then nothing may be changed
     */
    void keep(
            PointControl control,
            Collection<Register> registers,
            Samples samples,
            Collection<PointControl> others)
            throws WriteRefused {
        Map<String, int[]> earlier = heldBy(others);
        Map<String, int[]> words = new LinkedHashMap<>();
        for (Register register : registers) {
            int[] first = earlier.get(register.name());
            words.put(register.name(), first == null ? now(control, register, samples) : first);
        }
        store(control, words);
    }

    private static int[] now(PointControl control, Register register, Samples samples)
            throws WriteRefused {
        return samples.of(register)
                .filter(sample -> sample.problem().isEmpty())
                .map(Sample::words)
                .orElseThrow(() -> unread(control, register));
    }

    /** What several controls owe to the device, by register. */
    Map<String, int[]> heldBy(Collection<PointControl> controls) throws WriteRefused {
        Map<String, int[]> held = new LinkedHashMap<>();
        for (PointControl control : controls) {
            held.putAll(load(control).orElse(Map.of()));
        }
        return held;
    }

    /** One control takes the place of another, and owes to the device what the other owed. */
    void takeOver(PointControl from, PointControl to) throws WriteRefused {
        Map<String, int[]> both = new LinkedHashMap<>(load(to).orElse(Map.of()));
        both.putAll(load(from).orElse(Map.of()));
        store(to, both);
        forget(from);
    }

    private void store(PointControl control, Map<String, int[]> words) throws WriteRefused {
        StringBuilder text = new StringBuilder();
        words.forEach(
                (register, values) -> {
                    text.append(register);
                    Arrays.stream(values).forEach(word -> text.append(' ').append(word));
                    text.append('\n');
                });
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
