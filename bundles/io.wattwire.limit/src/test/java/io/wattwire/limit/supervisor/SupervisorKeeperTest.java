package io.wattwire.limit.supervisor;

import static io.wattwire.limit.supervisor.Connection.POWER;
import static io.wattwire.limit.supervisor.Connection.SECOND;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What outlives a restart. */
class SupervisorKeeperTest {

    private static final long WALL = 1_700_000_000_000L;

    @TempDir Path directory;
    private long now = -7 * SECOND;

    private SupervisorKeeper open() {
        return SupervisorKeeper.open(directory.resolve("deep/er"), "limit", WALL);
    }

    private Path file() {
        return directory.resolve("deep/er/supervisor.state");
    }

    private SupervisorOutcome measure(SupervisorKeeper keeper, double gridW) {
        return keeper.step(POWER, new GridObservation(gridW, List.of(), true, now), now, WALL);
    }

    private SupervisorOutcome excursion(SupervisorKeeper keeper, int seconds) {
        measure(keeper, -2000);
        now += seconds * SECOND;
        measure(keeper, -2000);
        return measure(keeper, 0);
    }

    private static void await(java.util.function.BooleanSupplier condition) {
        assertTimeoutPreemptively(
                Duration.ofSeconds(60),
                () -> {
                    while (!condition.getAsBoolean()) {
                        Thread.onSpinWait();
                    }
                });
    }

    @Test
    void aLockOutIsStoredAtOnceAndStaysAfterAKill() {
        SupervisorKeeper killed = open();
        assertTrue(excursion(killed, 60).lockedOut());
        await(() -> Files.exists(file()));
        try (SupervisorKeeper next = open()) {
            now = 0;
            assertTrue(measure(next, 0).lockedOut());
            assertTrue(next.reset(POWER, Role.OWNER, now).accepted());
        }
        try (SupervisorKeeper last = open()) {
            SupervisorOutcome outcome = measure(last, 0);
            assertFalse(outcome.lockedOut());
            assertEquals(1, outcome.state().lockOuts().size());
            assertEquals(1, outcome.state().counts().lockOuts());
        }
    }

    @Test
    void aResetIsStoredAtOnceAndHoldsAfterAKill() {
        SupervisorKeeper killed = open();
        excursion(killed, 60);
        await(() -> text().contains("\nlocked "));
        assertTrue(killed.reset(POWER, Role.OWNER, now).accepted());
        await(() -> !text().contains("\nlocked "));
        try (SupervisorKeeper next = open()) {
            assertFalse(measure(next, 0).lockedOut());
        }
    }

    @Test
    void countersAreStoredWhenItIsClosed() {
        try (SupervisorKeeper keeper = open()) {
            excursion(keeper, 3);
            assertFalse(Files.exists(file()), "a short one is not worth a write");
        }
        try (SupervisorKeeper keeper = open()) {
            assertEquals(new Counts(1, 0, 0, 3 * SECOND), measure(keeper, 0).state().counts());
        }
    }

    @Test
    void anExcursionInProgressIsDropped() {
        try (SupervisorKeeper keeper = open()) {
            measure(keeper, -2000);
            now += 59 * SECOND;
            measure(keeper, -2000);
        }
        now += 2 * SECOND;
        try (SupervisorKeeper keeper = open()) {
            SupervisorOutcome outcome = measure(keeper, -2000);
            assertFalse(outcome.lockedOut());
            assertEquals(SupervisorStage.NORMAL, outcome.stage());
            assertEquals(1, outcome.state().events().size());
            assertEquals(0, outcome.state().export().lastedNanos(now));
        }
    }

    @Test
    void whereNothingHappenedNothingIsWritten() {
        try (SupervisorKeeper keeper = open()) {
            measure(keeper, 0);
            now += 100_000 * SECOND;
            measure(keeper, 0);
        }
        assertFalse(Files.exists(file().getParent()));
    }

    @Test
    void theOwnClockIsStoredEveryTenMinutesWhileSomethingAges() throws IOException {
        try (SupervisorKeeper keeper = open()) {
            excursion(keeper, 15);
            await(() -> Files.exists(file()));
            String first = Files.readString(file());
            now += 600 * SECOND - 1;
            measure(keeper, 0);
            assertEquals(first, Files.readString(file()));
            now += 1;
            measure(keeper, 0);
            await(() -> !text().equals(first));
            assertTrue(text().contains("\nsupervised 615000000000\n"), text());
        }
    }

    private String text() {
        try {
            return Files.readString(file());
        } catch (IOException e) {
            return "";
        }
    }

    @Test
    void whatIsDamagedLocksOut() throws IOException {
        try (SupervisorKeeper keeper = open()) {
            excursion(keeper, 15);
        }
        String whole = text();
        List<String> damaged =
                List.of(
                        "",
                        whole.replace("event", "evert"),
                        whole.substring(1),
                        whole.substring(0, whole.length() - 1),
                        whole + "x",
                        "\0".repeat(100));
        for (String text : damaged) {
            Files.writeString(file(), text);
            SupervisorKeeper keeper = open();
            SupervisorOutcome outcome = measure(keeper, 0);
            assertTrue(outcome.lockedOut());
            assertEquals(
                    "locked out since 2023-11-14T22:13:20Z (the stored state is damaged);"
                            + " the owner or the installer can reset it",
                    outcome.texts().get(0));
            assertEquals(1, outcome.state().lockOuts().size());
        }
    }

    @Test
    void whatCannotBeReadLocksOut() throws IOException {
        Files.createDirectories(file());
        SupervisorKeeper keeper = open();
        assertTrue(measure(keeper, 0).lockedOut());
    }

    @Test
    void aDirectoryThatCannotBeWrittenChangesNoDecisionAndIsSaidAndTriedAgain() throws IOException {
        now = -1000 * SECOND; // the clock may show anything
        SupervisorKeeper keeper = open();
        measure(keeper, 0);
        Path inTheWay = Files.writeString(directory.resolve("deep"), "no directory");
        assertTrue(excursion(keeper, 60).lockedOut());
        await(() -> !keeper.problem().isEmpty());
        assertTrue(keeper.problem().contains("supervisor.state cannot be written"));
        Files.delete(inTheWay);
        now += 60 * SECOND - 1;
        measure(keeper, 0);
        long watched = System.nanoTime() + SECOND / 4;
        while (System.nanoTime() < watched) {
            assertFalse(Files.exists(file()), "not yet a minute");
        }
        now += 1;
        measure(keeper, 0);
        await(() -> keeper.problem().isEmpty());
        assertTrue(Files.exists(file()));
        keeper.close();
    }

    @Test
    void aRefusedResetStoresNothing() {
        try (SupervisorKeeper keeper = open()) {
            measure(keeper, 0);
            assertFalse(keeper.reset(POWER, Role.OWNER, now).accepted());
        }
        assertFalse(Files.exists(file()));
    }
}
