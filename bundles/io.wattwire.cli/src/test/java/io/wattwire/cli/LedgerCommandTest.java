package io.wattwire.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.wattwire.limit.law.Decision;
import io.wattwire.limit.law.FailSafeClass;
import io.wattwire.limit.law.Figures;
import io.wattwire.limit.law.Input;
import io.wattwire.limit.law.LimitSettings;
import io.wattwire.limit.law.LimitState;
import io.wattwire.limit.law.Limiter;
import io.wattwire.limit.law.Readings;
import io.wattwire.limit.law.Sample;
import io.wattwire.limit.law.Slot;
import io.wattwire.limit.ledger.Ledger;
import io.wattwire.limit.ledger.LedgerBounds;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.CRC32;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LedgerCommandTest {

    private static final long SECOND = 1_000_000_000L;
    private static final long WALL = 1_750_000_000_000L; // 2025-06-15T15:06:40Z
    private static final LimitSettings SETTINGS =
            new LimitSettings(
                    false,
                    List.of(
                            new LimitSettings.Unit(
                                    1,
                                    "growatt",
                                    LimitSettings.Mode.REGULATE,
                                    new Figures(4200, 84, 42),
                                    FailSafeClass.C,
                                    Double.POSITIVE_INFINITY,
                                    1,
                                    0)),
                    LimitSettings.Site.PLAIN,
                    new LimitSettings.Bounds(0, 0, 4200, LimitSettings.BelowMinimum.STOP, 20, 30),
                    new LimitSettings.Pace(0.1, 2 * SECOND, SECOND, 20 * SECOND),
                    new LimitSettings.Trust(
                            3 * SECOND,
                            10 * SECOND,
                            30 * SECOND,
                            60 * SECOND,
                            30 * SECOND,
                            25_000,
                            3));

    @TempDir Path folder;
    private Path state;

    /** A minute of a house that takes 500 W from the grid. */
    @BeforeEach
    void live() {
        state = folder.resolve("wattwire/limit");
        long[] now = {0};
        try (Ledger ledger =
                Ledger.open(
                        state.resolve("ledger"),
                        "limit",
                        LedgerBounds.DEFAULT,
                        () -> WALL + now[0] / 1_000_000)) {
            LimitState limit = LimitState.start(1, 0);
            Readings readings = Readings.NONE;
            for (int i = 1; i <= 60; i++) {
                now[0] = i * SECOND;
                Sample grid = new Sample(500 + i, now[0], i);
                readings =
                        readings.with(Slot.site(Input.GRID), grid)
                                .with(
                                        new Slot(Input.INVERTER, 1),
                                        new Sample(Math.min(300, 10 * i), now[0], i))
                                .with(
                                        new Slot(Input.READ_BACK, 1),
                                        new Sample(limit.unit(1).limitW(), now[0], i));
                Decision decision = Limiter.decide(SETTINGS, limit, readings, now[0]);
                ledger.record(SETTINGS, limit, readings, now[0], decision);
                limit = decision.state();
            }
            ledger.note("the owner has reset the lock-out\u001b[2J", now[0]);
        }
    }

    private Path segment() {
        return state.resolve("ledger/00000001.ledger");
    }

    @Test
    void showsEachChangeWithItsReasons() {
        Cli cli = Cli.run("ledger", state.toString());
        assertEquals(0, cli.code(), cli.err());
        assertTrue(cli.out().startsWith("time "), cli.out());
        assertTrue(cli.out().contains("waiting for good readings and a read-back"), cli.out());
        assertTrue(cli.out().contains(" -> 0 "), cli.out());
        assertTrue(cli.out().contains("the owner has reset the lock-out?[2J"), cli.out());
        long changes = cli.out().lines().count();
        long everything = Cli.run("ledger", "--all", state.toString()).out().lines().count();
        assertEquals(62, everything);
        assertTrue(changes < everything, "" + changes);
    }

    @Test
    void jsonHasEveryEntryOnALineOfItsOwn() {
        Cli cli = Cli.run("ledger", "--json", segment().toString());
        List<String> lines = cli.out().lines().toList();
        assertEquals(61, lines.size());
        JsonObject first = JsonParser.parseString(lines.get(0)).getAsJsonObject();
        assertEquals("2025-06-15T15:06:41Z", first.get("time").getAsString());
        assertEquals("identical", first.get("replay").getAsString());
        JsonObject grid = first.getAsJsonObject("readings").getAsJsonObject("grid");
        assertEquals(501, grid.get("value").getAsDouble());
        assertEquals(0, grid.get("age_ms").getAsLong());
        assertTrue(first.getAsJsonObject("readings").has("inverter_1"));
        JsonObject unit = first.getAsJsonArray("inverters").get(0).getAsJsonObject();
        assertEquals(0, unit.get("limit").getAsDouble());
        assertTrue(unit.get("written").getAsBoolean());
        assertTrue(first.getAsJsonObject("battery").get("setpoint").isJsonNull());
        JsonObject last = JsonParser.parseString(lines.get(60)).getAsJsonObject();
        assertEquals("the owner has reset the lock-out\u001b[2J", last.get("note").getAsString());
    }

    @Test
    void replayFindsEveryDecisionIdentical() {
        Cli cli = Cli.run("ledger", "--replay", state.toString());
        assertEquals(0, cli.code(), cli.err());
        assertEquals(
                "60 decisions identical, 0 different, 0 could not be decided again; 0 damaged\n",
                cli.out());
    }

    @Test
    void aForgedDecisionIsFoundThoughItsSumIsRight() throws IOException {
        StringBuilder forged = new StringBuilder();
        for (String line : Files.readAllLines(segment())) {
            String text = line.substring(0, line.length() - 9);
            boolean victim = text.startsWith("D " + 30 * SECOND + " ");
            forged.append(victim ? sealed(text.replace("(530.0 ", "(-530.0 ")) : line);
            forged.append('\n');
        }
        Files.writeString(segment(), forged);
        Cli cli = Cli.run("ledger", "--replay", state.toString());
        assertEquals(1, cli.code());
        assertTrue(cli.out().contains("[decided differently now]"), cli.out());
        assertTrue(cli.out().contains("29 decisions identical, 1 different, 30 could"), cli.out());
    }

    private static String sealed(String text) {
        CRC32 crc = new CRC32();
        crc.update(text.getBytes(StandardCharsets.UTF_8));
        return String.format("%s %08x", text, crc.getValue());
    }

    @Test
    void aTornEndIsSaid() throws IOException {
        String text = Files.readString(segment());
        Files.writeString(segment(), text.substring(0, text.length() - 60));
        Cli cli = Cli.run("ledger", "--replay", state.toString());
        assertEquals(0, cli.code(), cli.err());
        assertTrue(cli.out().contains("breaks off and was skipped)"), cli.out());
        assertTrue(cli.out().contains("; 1 damaged"), cli.out());
    }

    @Test
    void anotherVersionIsNotGuessedAt() throws IOException {
        String head = "H wattwire-ledger-1 00000000 \"limit\"";
        Files.writeString(segment(), sealed(head) + "\nD nonsense\n");
        Cli cli = Cli.run("ledger", "--replay", state.toString());
        assertEquals(1, cli.code());
        assertTrue(cli.out().contains("was written by another version of the law"), cli.out());
    }

    @Test
    void sinceCutsTheBeginningOff() {
        Cli cli = Cli.run("ledger", "--json", "--since", "2025-06-15T15:07:10Z", state.toString());
        assertEquals(32, cli.out().lines().count());
        Cli late = Cli.run("ledger", "--since", "1h", state.toString());
        assertEquals(1, late.code());
        assertTrue(late.err().contains("holds no entries since 1h"), late.err());
    }

    @Test
    void wrongUseIsOneLine() {
        Cli missing = Cli.run("ledger", folder.resolve("nowhere").toString());
        assertEquals(2, missing.code());
        assertTrue(missing.err().contains("does not exist; give a limit's state directory"));
        Cli moment = Cli.run("ledger", "--since", "yesterday", state.toString());
        assertEquals(2, moment.code());
        assertTrue(moment.err().contains("'yesterday' is no moment; write 2h"), moment.err());
        Cli empty = Cli.run("ledger", folder.toString());
        assertEquals(1, empty.code());
        assertFalse(empty.err().contains("\tat "), empty.err());
    }
}
