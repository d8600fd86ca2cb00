package io.wattwire.limit.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.wattwire.limit.law.RandomHistory;
import io.wattwire.limit.ledger.Entry.Evaluation;
import io.wattwire.limit.ledger.LedgerEntry.Damaged;
import io.wattwire.limit.ledger.LedgerEntry.Decided;
import io.wattwire.limit.ledger.LedgerEntry.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** What was decided is decided again, from the ledger alone. */
class ReplayPropertiesTest {

    private static String write(List<RandomHistory.Step> steps) {
        Scribe scribe = new Scribe("limit");
        for (RandomHistory.Step step : steps) {
            scribe.write(
                    new Entry(
                            step.nowNanos(),
                            1_700_000_000_000L,
                            new Evaluation(
                                    step.settings(),
                                    step.before(),
                                    step.readings(),
                                    step.decision()),
                            null));
        }
        return scribe.take();
    }

    private static List<LedgerEntry> read(String text) {
        List<LedgerEntry> entries = new ArrayList<>();
        SegmentReader reader = new SegmentReader("1.ledger", entries::add);
        int from = 0;
        for (int end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', from)) {
            reader.take(text.substring(from, end), true);
            from = end + 1;
        }
        if (from < text.length()) {
            reader.take(text.substring(from), false);
        }
        return entries;
    }

    private static List<RandomHistory.Step> history(long seed, int length) {
        RandomHistory history = new RandomHistory(seed);
        List<RandomHistory.Step> steps = new ArrayList<>();
        for (int i = 0; i < length; i++) {
            steps.add(history.next());
        }
        return steps;
    }

    @Property(tries = 8)
    void longHistoriesReplayToIdenticalDecisions(@ForAll long seed) {
        List<RandomHistory.Step> steps = history(seed, 2_000);
        int next = 0;
        for (LedgerEntry entry : read(write(steps))) {
            Decided decided = (Decided) entry;
            assertEquals(Verdict.IDENTICAL, decided.verdict());
            RandomHistory.Step step = steps.get(next++);
            while (!matches(step, decided)) {
                // only what changed nothing may have been left out
                assertEquals(step.before(), step.decision().state());
                assertTrue(!step.decision().emit());
                step = steps.get(next++);
            }
            assertEquals(step.decision().commands(), decided.commands());
            assertEquals(step.decision().siteReasons(), decided.siteReasons());
        }
        assertTrue(next > 0);
        for (; next < steps.size(); next++) {
            assertEquals(steps.get(next).before(), steps.get(next).decision().state());
        }
    }

    private static boolean matches(RandomHistory.Step step, Decided decided) {
        return step.nowNanos() == decided.nowNanos()
                && step.readings().equals(decided.readings())
                && step.settings().equals(decided.settings().orElseThrow())
                && step.before().equals(decided.before().orElseThrow());
    }

    @Property(tries = 40)
    void aTornEndCostsOnlyTheLastRecord(@ForAll long seed) {
        String text = write(history(seed, 60));
        int cut = new Random(seed).nextInt(text.length());
        String torn = text.substring(0, cut);
        List<LedgerEntry> entries = read(torn);
        long whole = torn.chars().filter(c -> c == '\n').count();
        boolean clean = torn.isEmpty() || torn.endsWith("\n");
        long damaged = entries.stream().filter(Damaged.class::isInstance).count();
        assertEquals(clean ? 0 : 1, damaged);
        assertTrue(entries.size() <= whole + damaged);
        for (LedgerEntry entry : entries) {
            if (entry instanceof Decided decided) {
                assertEquals(Verdict.IDENTICAL, decided.verdict());
            }
        }
    }

    @Property(tries = 4)
    void damageInTheMiddleIsSaidAndNothingFalseIsClaimed(@ForAll long seed) {
        List<RandomHistory.Step> steps = history(seed, 1_200);
        StringBuilder text = new StringBuilder(write(steps));
        Random random = new Random(seed);
        int head = text.indexOf("\n");
        int at = head + 1 + random.nextInt(text.length() / 2);
        text.setCharAt(at, text.charAt(at) == 'x' ? 'y' : 'x');
        List<LedgerEntry> entries = read(text.toString());
        assertTrue(entries.stream().anyMatch(Damaged.class::isInstance));
        LedgerEntry last = entries.get(entries.size() - 1);
        for (LedgerEntry entry : entries) {
            if (entry instanceof Decided decided) {
                assertTrue(decided.verdict() != Verdict.DIFFERENT);
            }
        }
        assertEquals(Verdict.IDENTICAL, ((Decided) last).verdict(), "it recovers by itself");
    }

    @Property(tries = 150)
    void anyTextIsReadWithoutAFailure(@ForAll long seed, @ForAll String nonsense) {
        String text = write(history(seed, 5));
        Random random = new Random(seed);
        StringBuilder mixed = new StringBuilder();
        for (String line : text.split("\n")) {
            String body = line.substring(0, line.length() - 9);
            int cut = random.nextInt(body.length() + 1);
            String changed =
                    switch (random.nextInt(4)) {
                        case 0 -> body.substring(0, cut);
                        case 1 -> body.substring(0, cut) + nonsense + body.substring(cut);
                        case 2 -> nonsense;
                        default -> body;
                    };
            // with a good sum, as somebody who means harm would write it
            mixed.append(Sum.sealed(changed.replace("\n", ""))).append('\n');
        }
        assertTrue(read(mixed.toString()).size() <= 4 * text.length());
    }
}
