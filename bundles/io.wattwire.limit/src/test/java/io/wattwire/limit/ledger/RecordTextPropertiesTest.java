package io.wattwire.limit.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.wattwire.limit.law.LimitSettings;
import io.wattwire.limit.law.LimitState;
import io.wattwire.limit.law.RandomHistory;
import io.wattwire.limit.law.Readings;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** The law's values are read as they were written, whatever is in them. */
class RecordTextPropertiesTest {

    @Property(tries = 30)
    void everyValueComesBackEqual(@ForAll long seed) {
        RandomHistory history = new RandomHistory(seed);
        for (int i = 0; i < 40; i++) {
            RandomHistory.Step step = history.next();
            assertEquals(
                    step.settings(), again(RecordText.of(step.settings()), LimitSettings.class));
            assertEquals(step.before(), again(RecordText.of(step.before()), LimitState.class));
            assertEquals(step.readings(), again(RecordText.of(step.readings()), Readings.class));
        }
    }

    private static <T> T again(String text, Class<T> type) {
        return new RecordParser(text).next(type);
    }

    record Named(String text, double number) {}

    @Property(tries = 500)
    void anyTextAndNumberComesBack(@ForAll String text, @ForAll double number) {
        Named named = new Named(text, number);
        String written = RecordText.of(named);
        assertEquals(named, again(written, Named.class));
        assertTrue(written.lines().count() <= 1, "one line");
    }

    @Property(tries = 1_000)
    void aDamagedTextIsRefusedInOneWay(@ForAll long seed) {
        Random random = new Random(seed);
        RandomHistory.Step step = new RandomHistory(seed).next();
        StringBuilder text = new StringBuilder(RecordText.of(step.before()));
        for (int i = 0; i <= random.nextInt(4); i++) {
            int at = random.nextInt(text.length());
            switch (random.nextInt(3)) {
                case 0 -> text.setCharAt(at, (char) (' ' + random.nextInt(96)));
                case 1 -> text.insert(at, "([{}])\" \\-9".charAt(random.nextInt(11)));
                default -> text.setLength(at + 1);
            }
        }
        try {
            again(text.toString(), LimitState.class);
        } catch (IllegalArgumentException refused) {
            assertTrue(refused.getMessage() != null);
        }
    }
}
