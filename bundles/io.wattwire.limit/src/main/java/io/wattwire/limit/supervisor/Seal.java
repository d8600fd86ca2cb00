package io.wattwire.limit.supervisor;

import io.wattwire.device.wire.RefusedException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Keeps settings as they were agreed at commissioning. The sealed copy lies in the state directory
 * and wins over whatever the configuration says later; only the installer's PIN opens it.
 *
 * <p>It keeps a customer from changing limits on a configuration screen. It does not keep out who
 * may write files on the gateway.
 *
 * <p>Any thread may call. Showing a PIN takes about half a second of computing: not on the limit's
 * thread.
 */
public final class Seal {

    private static final String FILE = "settings.seal";
    private static final int SHORTEST_PIN = 6;
    private static final int LONGEST_PIN = 64;
    private static final int MOST_WRONG = 5;
    private static final long PAUSE_NANOS = 900_000_000_000L;

    private final AtomicFile file;
    private final int iterations;
    private Optional<SealedCopy> copy = Optional.empty();
    private String damage = "";
    private int wrong;
    private long wrongNanos;

    Seal(Path directory, int iterations) {
        this.file = new AtomicFile(directory.resolve(FILE));
        this.iterations = iterations;
    }

    /**
     * Looks whether there is a seal.
     *
     * @param directory of the component's state
     * @return the seal, closed, open or damaged
     */
    public static Seal open(Path directory) {
        return open(directory, PinHash.ITERATIONS);
    }

    static Seal open(Path directory, int iterations) {
        Seal seal = new Seal(directory, iterations);
        seal.load();
        return seal;
    }

    private void load() {
        if (file.missing()) {
            return;
        }
        try {
            copy = file.read().flatMap(SealedCopy::parse);
            damage = copy.isPresent() ? "" : "it is damaged";
        } catch (IOException e) {
            damage = e.toString();
        }
    }

    /**
     * Whether the settings are sealed.
     *
     * @return true also when the seal is damaged
     */
    public synchronized boolean closed() {
        return copy.isPresent() || !damage.isEmpty();
    }

    /**
     * Puts the sealed values into a configuration.
     *
     * @param configured what the configuration says; not changed
     * @return what is to be used, and what to say about it
     */
    public synchronized SealedConfiguration apply(Map<String, Object> configured) {
        if (!damage.isEmpty()) {
            return new SealedConfiguration(
                    configured,
                    "the sealed settings cannot be read ("
                            + damage
                            + "): the installer has to remove "
                            + file.path()
                            + " and to seal again",
                    true);
        }
        Set<String> differing = copy.map(c -> c.differing(configured)).orElse(Set.of());
        if (differing.isEmpty()) {
            return new SealedConfiguration(configured, "", false);
        }
        Map<String, Object> properties = new HashMap<>(configured);
        for (String key : differing) {
            Optional<String> value = copy.orElseThrow().values().get(key);
            value.ifPresentOrElse(text -> properties.put(key, text), () -> properties.remove(key));
        }
        return new SealedConfiguration(
                properties,
                "sealed: the configuration says something else for "
                        + String.join(", ", differing)
                        + " and is not followed there; the installer's PIN opens the seal",
                false);
    }

    /**
     * Seals settings.
     *
     * @param keys that are sealed, also those that are not set: they stay so
     * @param properties the configuration to seal, already found good
     * @param pin of the installer, 6 to 64 characters; the caller clears it
     * @param wallMillis what the wall clock shows, ms since 1970 UTC
     * @throws RefusedException if they are sealed already, or the PIN is too short or too long
     * @throws IOException if the copy cannot be written; then nothing is sealed
     */
    public synchronized void close(
            Set<String> keys, Map<String, Object> properties, char[] pin, long wallMillis)
            throws RefusedException, IOException {
        if (closed()) {
            throw new RefusedException(List.of("the settings are sealed already: open them first"));
        }
        if (pin.length < SHORTEST_PIN || pin.length > LONGEST_PIN) {
            throw new RefusedException(List.of("the installer's PIN needs 6 to 64 characters"));
        }
        SealedCopy sealed =
                SealedCopy.of(keys, properties, PinHash.of(pin, iterations), wallMillis);
        file.write(sealed.lines());
        copy = Optional.of(sealed);
        wrong = 0;
    }

    /**
     * Opens the seal for good.
     *
     * @param pin of the installer; the caller clears it
     * @param nowNanos on the monotonic clock
     * @throws RefusedException if it is not closed, or the PIN is wrong or was wrong too often
     * @throws IOException if the copy cannot be removed; then it stays in force
     */
    public synchronized void open(char[] pin, long nowNanos) throws RefusedException, IOException {
        check(pin, nowNanos);
        file.delete();
        copy = Optional.empty();
    }

    /**
     * Checks the installer's PIN, for a reset.
     *
     * @param pin as it was shown; the caller clears it
     * @param nowNanos on the monotonic clock
     * @throws RefusedException if there is no seal to compare it with, or the PIN is wrong, or was
     *     wrong five times in a row less than 15 min ago
     */
    public synchronized void check(char[] pin, long nowNanos) throws RefusedException {
        if (!damage.isEmpty()) {
            throw new RefusedException(List.of("the sealed settings cannot be read: " + damage));
        }
        if (copy.isEmpty()) {
            throw new RefusedException(
                    List.of("nothing is sealed, so there is no installer's PIN to compare with"));
        }
        if (wrong >= MOST_WRONG && nowNanos - wrongNanos < PAUSE_NANOS) {
            throw new RefusedException(
                    List.of("the PIN was wrong five times: try again in a quarter of an hour"));
        }
        if (pin.length > LONGEST_PIN || !copy.get().pin().matches(pin)) {
            wrong++;
            wrongNanos = nowNanos;
            throw new RefusedException(List.of("the installer's PIN is wrong"));
        }
        wrong = 0;
    }
}
