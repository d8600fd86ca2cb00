package io.wattwire.limit.supervisor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** What must hold for any connection and any sequence of readings, resets and restarts. */
class SupervisorPropertiesTest {

    /** Excursions of random length with random pauses, most of them near the bounds. */
    private static double[] lengths(Random random, int count) {
        double[] typical = {1, 14, 15, 16, 30, 59, 60, 599, 600, 601, 3600, 43_200, 86_400};
        double[] lengths = new double[count];
        for (int i = 0; i < count; i++) {
            boolean excursion = i % 2 == 0;
            int most = excursion ? 7 : typical.length;
            lengths[i] = typical[random.nextInt(most)];
        }
        return lengths;
    }

    /** The rules again, from the whole history at once instead of step by step; in s. */
    private static boolean rulesLockOut(double[] lengths) {
        List<Double> events = new ArrayList<>();
        double time = 0;
        for (int i = 0; i < lengths.length; i += 2) {
            if (lengths[i] >= 60) {
                return true;
            }
            if (lengths[i] >= 15) {
                events.add(time + 15);
            }
            time += lengths[i] + lengths[i + 1];
        }
        for (int i = 0; i < events.size(); i++) {
            double event = events.get(i);
            long day = events.subList(0, i + 1).stream().filter(e -> event - e <= 86_400).count();
            if (day > 3 || i > 0 && event - events.get(i - 1) <= 600) {
                return true;
            }
        }
        return false;
    }

    @Property(tries = 1_500)
    void locksOutExactlyWhenTheRulesSaySo(@ForAll long seed) {
        double[] lengths = lengths(new Random(seed), 12);
        Connection site = new Connection();
        for (int i = 0; i < lengths.length; i += 2) {
            // a reading at each second that matters, as a meter would give
            site.measure(-2000);
            for (double s = Math.min(15, lengths[i]); s <= lengths[i]; s += 15) {
                site.pass(Math.min(15, lengths[i])).measure(-2000);
            }
            site.pass(lengths[i] < 15 ? 0 : lengths[i] % 15).measure(0).pass(lengths[i + 1]);
        }
        assertEquals(rulesLockOut(lengths), site.measure(0).lockedOut());
    }

    @Property(tries = 1_500)
    void theWallClockChangesNothing(@ForAll long seed) {
        Connection steady = chaos(seed, false);
        Connection jumping = chaos(seed, true);
        assertEquals(steady.lockedOut(), jumping.lockedOut());
        assertEquals(steady.state.counts(), jumping.state.counts());
        assertEquals(steady.state.supervisedNanos(), jumping.state.supervisedNanos());
        assertEquals(steady.state.events().size(), jumping.state.events().size());
    }

    private static Connection chaos(long seed, boolean jumps) {
        Random random = new Random(seed);
        Random walls = new Random(~seed);
        Connection site = new Connection();
        for (int i = 0; i < 60; i++) {
            boolean wasLockedOut = site.state.lockOut().isPresent();
            int what = random.nextInt(12);
            site.pass(random.nextDouble() * 25);
            if (what == 0) {
                site.restart();
            } else if (what == 1) {
                site.island();
            } else if (what < 4) {
                site.look();
            } else {
                site.measure((random.nextDouble() - 0.6) * 5000);
            }
            if (jumps) {
                site.wall += walls.nextLong() >> walls.nextInt(64);
            }
            assertTrue(site.state.lockOut().isPresent() || !wasLockedOut, "only a reset ends it");
            assertTrue(site.state.events().size() <= 4, "events stay few");
        }
        return site.measure(0);
    }

    @Property(tries = 300)
    void evenYearsOfEventsAndResetsStaySmall(@ForAll long seed) {
        Random random = new Random(seed);
        Connection site = new Connection();
        for (int i = 0; i < 200; i++) {
            site.event().pass(random.nextInt(20_000)).measure(0);
            if (site.lockedOut() && !site.reset(Role.OWNER).accepted()) {
                site.reset(Role.INSTALLER);
            }
        }
        assertTrue(site.state.events().size() <= 4);
        assertTrue(site.state.lockOuts().size() <= 3);
        assertEquals(200, site.state.counts().events());
    }
}
