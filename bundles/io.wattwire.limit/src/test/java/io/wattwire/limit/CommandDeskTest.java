package io.wattwire.limit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.wattwire.device.wire.RefusedException;
import io.wattwire.limit.supervisor.GridObservation;
import io.wattwire.limit.supervisor.Seal;
import io.wattwire.limit.supervisor.SupervisorKeeper;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Commands that arrive as a setting, with a supervisor that is locked out. */
class CommandDeskTest {

    private static final long SECOND = 1_000_000_000L;

    @TempDir Path directory;
    private final Map<String, Object> properties =
            new HashMap<>(Map.of("supervision", "domestic", "export.limit.w", "3680"));
    private final StubWitness witness = new StubWitness();
    private SupervisorKeeper keeper;
    private Seal seal;
    private CommandDesk desk;
    private long now;

    @BeforeEach
    void locksOut() {
        keeper = SupervisorKeeper.open(directory, "limit", 0);
        seal = Seal.open(directory);
        desk =
                new CommandDesk(
                        "limit",
                        keeper,
                        seal,
                        witness,
                        pin -> pin == null ? new char[0] : pin.toString().toCharArray(),
                        properties);
        for (int i = 0; i < 70; i++) {
            look();
        }
        assertTrue(look(), "a minute beyond the limit");
    }

    @AfterEach
    void closes() {
        keeper.close();
    }

    private boolean look() {
        now += SECOND;
        GridObservation beyond = new GridObservation(-5000, List.of(), true, now);
        return keeper.step(configured().chosen().supervisor(), beyond, now, 0).lockedOut();
    }

    private Configured configured() {
        return Configured.first(seal.apply(properties));
    }

    private void enter(String command, String pin) {
        properties.put(CommandDesk.COMMAND, command);
        properties.put(CommandDesk.PIN, pin);
        desk.serve(properties, configured(), now, 0);
    }

    @Test
    void theOwnerResets() {
        enter("reset", "");
        assertFalse(look());
    }

    @Test
    void aCommandIsCarriedOutOnce() {
        enter("reset", "");
        for (int i = 0; i < 70; i++) {
            look();
        }
        enter("reset", "");
        assertTrue(look(), "it was entered before");
        enter("none", "");
        enter("reset", "");
        assertFalse(look());
    }

    @Test
    void aCommandOfBeforeTheStartIsNotRepeated() {
        properties.put(CommandDesk.COMMAND, "reset");
        CommandDesk restarted =
                new CommandDesk("limit", keeper, seal, witness, pin -> new char[0], properties);
        restarted.serve(properties, configured(), now, 0);
        assertTrue(look());
    }

    @Test
    void aWrongPinResetsNothing() {
        enter("seal", "123456");
        assertTrue(seal.closed());
        enter("reset", "654321");
        assertTrue(look());
        enter("none", "");
        enter("reset", "123456");
        assertFalse(look());
        assertEquals(3, witness.notes.size(), witness.notes::toString);
        assertEquals("command seal: the settings are sealed", witness.notes.get(0));
        assertTrue(witness.notes.get(1).startsWith("command reset refused: "));
        assertFalse(witness.notes.toString().contains("65432"), "no PIN in the ledger");
    }

    @Test
    void sealedSettingsWinUntilThePinOpensThem() throws RefusedException {
        enter("seal", "123456");
        properties.put("export.limit.w", "9000");
        assertEquals(3680, configured().chosen().supervisor().export().powerW());
        assertTrue(configured().problem().startsWith("sealed:"), configured().problem());
        enter("unseal", "wrong!");
        assertTrue(seal.closed());
        enter("none", "");
        enter("unseal", "123456");
        assertFalse(seal.closed());
        assertEquals(9000, configured().chosen().supervisor().export().powerW());
    }

    @Test
    void aRefusedConfigurationIsNotSealed() {
        properties.put("margin.w", "much");
        enter("seal", "123456");
        assertFalse(seal.closed());
    }

    @Test
    void anUnknownCommandChangesNothing() {
        enter("open everything", "");
        assertTrue(look());
        assertFalse(seal.closed());
    }
}
