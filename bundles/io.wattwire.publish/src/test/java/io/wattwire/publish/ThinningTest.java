package io.wattwire.publish;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ThinningTest {

    private final List<Sample> out = new ArrayList<>();

    private static Thinning thinning(String rules) {
        return new Thinning(
                Rules.parse(
                        rules,
                        problem -> {
                            throw new AssertionError(problem);
                        }));
    }

    private static Sample sample(Object value, long seconds) {
        return new Sample("meter", "grid_power", value, seconds * 1000);
    }

    private void feed(Thinning thinning, Sample... samples) {
        for (Sample sample : samples) {
            thinning.accept(sample, out::add);
        }
    }

    @Test
    void aMeanIsOfItsWindowAndStampedWithItsEnd() {
        feed(
                thinning("* = mean 60"),
                sample(100.0, 0),
                sample(200.0, 59),
                sample(7.0, 60),
                sample(9.0, 120));
        assertEquals(List.of(sample(150.0, 60), sample(7.0, 120)), out);
    }

    @Test
    void whatIsNoNumberHasNoMeanButALast() {
        feed(thinning("* = mean 60"), sample("idle", 0), sample("running", 30), sample("idle", 60));
        assertEquals(List.of(sample("running", 30)), out);
    }

    @Test
    void theLastOfAWindowKeepsItsOwnTime() {
        feed(thinning("* = last 60"), sample(1L, 5), sample(2L, 58), sample(3L, 61));
        assertEquals(List.of(sample(2L, 58)), out);
    }

    @Test
    void aChangePassesAtOnceAndSilenceIsBounded() {
        feed(
                thinning("* = change 60"),
                sample("on", 0),
                sample("on", 30),
                sample("off", 31),
                sample("off", 90),
                sample("off", 91));
        assertEquals(List.of(sample("on", 0), sample("off", 31), sample("off", 91)), out);
    }

    @Test
    void aClockThatIsSetBackLosesNothing() {
        feed(thinning("* = last 60"), sample(1L, 600), sample(2L, 5), sample(3L, 61));
        assertEquals(List.of(sample(1L, 600), sample(2L, 5)), out);
        out.clear();
        feed(thinning("* = change 60"), sample(1L, 600), sample(1L, 5));
        assertEquals(List.of(sample(1L, 600), sample(1L, 5)), out);
    }

    @Test
    void theWindowOfASeriesThatEndedIsClosedAfterTheGrace() {
        Thinning thinning = thinning("* = mean 60");
        feed(thinning, sample(100.0, 10));
        thinning.closeUntil(60_000 + Thinning.GRACE_MS, out::add);
        assertEquals(List.of(), out);
        assertTrue(thinning.hasOpenWindows());
        thinning.closeUntil(60_001 + Thinning.GRACE_MS, out::add);
        assertEquals(List.of(sample(100.0, 60)), out);
        assertFalse(thinning.hasOpenWindows());
    }

    /** A value that is read each 10 s comes with every record in between, with its own time. */
    @Test
    void aSlowValueThatComesAgainDoesNotReplaceTheMeanOfItsWindow() {
        Thinning thinning = thinning("* = mean 60");
        feed(thinning, sample(100.0, 0), sample(300.0, 50));
        for (int second = 60; second < 75; second++) {
            feed(thinning, sample(300.0, 50));
            thinning.closeUntil(second * 1000L, out::add);
        }
        assertEquals(1, out.size(), out.toString());
        feed(thinning, sample(5.0, 70), sample(7.0, 120));
        assertEquals(sample(5.0, 120), out.get(1));
        feed(thinning, sample(8.0, 75));
        assertEquals(3, out.size(), "what comes late is another value, and not dropped");
    }

    /** What is read once per connection would pass with each record else. */
    @Test
    void aValueThatNeverComesAnewPassesOnceInEachLengthOfAWindow() {
        Thinning thinning = thinning("* = last 300");
        for (int second = 1000; second < 1000 + 3 * 300; second++) {
            feed(thinning, sample(4200.0, 10));
            thinning.closeUntil(second * 1000L, out::add);
        }
        assertEquals(List.of(sample(4200.0, 10), sample(4200.0, 10), sample(4200.0, 10)), out);
        thinning.closeUntil(500_000, out::add); // the clock was set back
        feed(thinning, sample(4200.0, 10));
        thinning.closeUntil(501_000, out::add);
        assertEquals(4, out.size());
    }

    @Test
    void anotherRunGoesOnWithTheSameWindows() {
        Thinning first = thinning("* = mean 60");
        feed(first, sample(100.0, 0), sample(50.5, 1));
        Thinning second = thinning("* = mean 60");
        second.restore(first.save());
        feed(second, sample(0.25, 2), sample(1.0, 60));
        assertEquals(List.of(sample((100.0 + 50.5 + 0.25) / 3, 60)), out);
    }

    @Test
    void windowsOfRulesThatHaveChangedAndDamagedLinesAreLeftOut() {
        Thinning first = thinning("* = mean 60");
        feed(first, sample(100.0, 3_000));
        Thinning second = thinning("* = mean 300");
        second.restore(first.save());
        assertFalse(second.hasOpenWindows());
        second = thinning("* = mean 60");
        second.restore(List.of("", "1 2 3", "a b c d", "1 0x1p0 1 !!!!", "1 0x1p0 1 AAAA"));
        assertFalse(second.hasOpenWindows());
        second = thinning("* = all");
        second.restore(first.save());
        assertFalse(second.hasOpenWindows());
    }
}
