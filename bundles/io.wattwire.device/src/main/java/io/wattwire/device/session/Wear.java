package io.wattwire.device.session;

import io.wattwire.device.model.Register;
import io.wattwire.device.model.Storage;
import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Spares registers: keeps the least time between writes, and of flash memory a daily budget that
 * survives restarts. A fall is always allowed, because it is the safe direction of a limit; as each
 * fall needs a rise before it, the budget bounds both.
 */
final class Wear {

    /**
     * Flash memory outlives 10,000 writes at least: this many a day last more than a year of the
     * worst memory.
     */
    static final int RISES_A_DAY = 20;

    private static final Logger LOG = LoggerFactory.getLogger(Wear.class);

    private final StateStore store;
    private final LongSupplier nanos;
    private final LongSupplier millis;
    private final Map<String, Long> lastWrites = new ConcurrentHashMap<>();
    private final Map<String, String> unsaved = new ConcurrentHashMap<>();

    Wear(StateStore store, LongSupplier nanos, LongSupplier millis) {
        this.store = store;
        this.nanos = nanos;
        this.millis = millis;
    }

    void check(Register register, Optional<Object> before, Optional<Object> after)
            throws WriteRefused {
        checkInterval(register, before, after);
        if (!isFall(before, after)
                && register.storage() == Storage.FLASH
                && risesToday(register) >= RISES_A_DAY) {
            throw new WriteRefused(
                    register.name()
                            + " lies in flash memory and was written "
                            + RISES_A_DAY
                            + " times today; wait until tomorrow, or write a lower value");
        }
    }

    /** What holds also for a limit that its owner released, whatever the budget. */
    void checkInterval(Register register, Optional<Object> before, Optional<Object> after)
            throws WriteRefused {
        if (isFall(before, after)) {
            return;
        }
        Long last = lastWrites.get(register.name());
        Duration least = register.minInterval();
        if (last != null && nanos.getAsLong() - last < least.toNanos()) {
            throw new WriteRefused(
                    register.name()
                            + " may be written once in "
                            + least.toMillis() / 1e3
                            + " s; wait, or write a lower value");
        }
    }

    void wrote(Register register, Optional<Object> before, Optional<Object> after) {
        lastWrites.put(register.name(), nanos.getAsLong());
        if (register.storage() != Storage.FLASH || isFall(before, after)) {
            return;
        }
        String text = today() + " " + (risesToday(register) + 1);
        unsaved.put(register.name(), text);
        try {
            store.save(key(register), text);
        } catch (IOException problem) {
            LOG.warn(
                    "the count of writes to {} is not saved: {}",
                    register.name(),
                    problem.toString());
        }
    }

    private int risesToday(Register register) {
        String text = unsaved.computeIfAbsent(register.name(), name -> load(register));
        String day = today() + " ";
        return text.startsWith(day) ? Integer.parseInt(text.substring(day.length())) : 0;
    }

    /**
     * An unreadable count is taken as used up: the owner can still lower, and tomorrow all is well.
     */
    private String load(Register register) {
        try {
            String text = store.load(key(register)).orElse("");
            return text.matches("(\\d{4}-\\d\\d-\\d\\d \\d{1,6})?") ? text : usedUp();
        } catch (IOException problem) {
            LOG.warn(
                    "the count of writes to {} cannot be read: {}",
                    register.name(),
                    problem.toString());
            return usedUp();
        }
    }

    private String usedUp() {
        return today() + " " + RISES_A_DAY;
    }

    private LocalDate today() {
        return LocalDate.ofEpochDay(Math.floorDiv(millis.getAsLong(), 86_400_000L));
    }

    private static String key(Register register) {
        return "flash-" + register.name();
    }

    private static boolean isFall(Optional<Object> before, Optional<Object> after) {
        return before.orElse(null) instanceof Number old
                && after.orElse(null) instanceof Number fresh
                && fresh.doubleValue() < old.doubleValue();
    }
}
