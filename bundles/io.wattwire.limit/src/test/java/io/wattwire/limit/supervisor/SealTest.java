package io.wattwire.limit.supervisor;

import static io.wattwire.limit.supervisor.Connection.SECOND;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.wattwire.device.wire.RefusedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sealed settings win until the installer opens the seal. */
class SealTest {

    private static final Set<String> KEYS = Set.of("export.w", "export.a", "name");
    private static final Map<String, Object> AGREED =
            Map.of("export.w", 3680.0, "name", "Müller & Sohn = 1%", "other", 1);
    private static final int FAST = 1000;

    @TempDir Path directory;

    private Seal open() {
        return Seal.open(directory, FAST);
    }

    private static char[] pin(String text) {
        return text.toCharArray();
    }

    private Seal sealed() throws Exception {
        Seal seal = open();
        seal.close(KEYS, AGREED, pin("246810"), 5);
        return seal;
    }

    private static String refusal(org.junit.jupiter.api.function.Executable action) {
        return assertThrows(RefusedException.class, action).getMessage();
    }

    @Test
    void withoutASealTheConfigurationIsFollowed() {
        Seal seal = open();
        assertFalse(seal.closed());
        SealedConfiguration applied = seal.apply(AGREED);
        assertSame(AGREED, applied.properties());
        assertEquals("", applied.notice());
        assertFalse(applied.damaged());
    }

    @Test
    void theSealedCopyWinsAndSaysSoAlsoAfterARestart() throws Exception {
        sealed();
        Seal seal = open();
        assertTrue(seal.closed());
        Map<String, Object> edited = new HashMap<>(AGREED);
        edited.put("export.w", 9999);
        edited.put("export.a", 16);
        edited.put("other", 2);
        SealedConfiguration applied = seal.apply(edited);
        assertEquals(
                Map.of("export.w", "3680.0", "name", "Müller & Sohn = 1%", "other", 2),
                applied.properties());
        assertEquals(
                "sealed: the configuration says something else for export.a, export.w and is not"
                        + " followed there; the installer's PIN opens the seal",
                applied.notice());
        assertFalse(applied.damaged());
        assertEquals(9999, edited.get("export.w"), "what was configured is not touched");
    }

    @Test
    void aRemovedSettingComesBack() throws Exception {
        SealedConfiguration applied = sealed().apply(Map.of());
        assertEquals(
                Map.of("export.w", "3680.0", "name", "Müller & Sohn = 1%"), applied.properties());
    }

    @Test
    void theSameValueInAnotherTypeIsTheSame() throws Exception {
        Map<String, Object> asText = new HashMap<>(AGREED);
        asText.put("export.w", "3680.0");
        SealedConfiguration applied = sealed().apply(asText);
        assertEquals("", applied.notice());
        assertSame(asText, applied.properties());
    }

    @Test
    void onlyThePinOpensIt() throws Exception {
        Seal seal = sealed();
        assertEquals("the installer's PIN is wrong", refusal(() -> seal.open(pin("246811"), 0)));
        assertTrue(seal.closed());
        seal.check(pin("246810"), 0);
        seal.open(pin("246810"), 0);
        assertFalse(seal.closed());
        assertFalse(open().closed());
        assertEquals(
                "nothing is sealed, so there is no installer's PIN to compare with",
                refusal(() -> seal.check(pin("246810"), 0)));
    }

    @Test
    void fiveWrongPinsMakeEverybodyWait() throws Exception {
        Seal seal = sealed();
        long now = Long.MAX_VALUE - 3 * SECOND;
        for (int i = 0; i < 5; i++) {
            assertEquals(
                    "the installer's PIN is wrong", refusal(() -> seal.check(pin("111111"), now)));
        }
        String wait = "the PIN was wrong five times: try again in a quarter of an hour";
        long later = now + 900 * SECOND;
        assertEquals(wait, refusal(() -> seal.check(pin("246810"), later - 1)));
        seal.check(pin("246810"), later);
        for (int i = 0; i < 4; i++) {
            refusal(() -> seal.check(pin("111111"), later));
        }
        seal.check(pin("246810"), later);
    }

    @Test
    void aWrongPinAfterTheWaitMakesThemWaitAgain() throws Exception {
        Seal seal = sealed();
        for (int i = 0; i < 5; i++) {
            refusal(() -> seal.check(pin("111111"), 0));
        }
        long later = 900 * SECOND;
        assertEquals(
                "the installer's PIN is wrong", refusal(() -> seal.check(pin("111111"), later)));
        assertTrue(refusal(() -> seal.check(pin("246810"), later + 1)).contains("five times"));
    }

    @Test
    void thePinHasSixToSixtyFourCharacters() throws Exception {
        Seal seal = open();
        String needs = "the installer's PIN needs 6 to 64 characters";
        assertEquals(needs, refusal(() -> seal.close(KEYS, AGREED, pin("12345"), 0)));
        assertEquals(needs, refusal(() -> seal.close(KEYS, AGREED, pin("x".repeat(65)), 0)));
        assertFalse(seal.closed());
        seal.close(KEYS, AGREED, pin("x".repeat(64)), 0);
        assertTrue(refusal(() -> seal.check(pin("x".repeat(65)), 0)).contains("wrong"));
        seal.check(pin("x".repeat(64)), 0);
    }

    @Test
    void whatIsSealedIsOpenedBeforeItIsSealedAgain() throws Exception {
        Seal seal = sealed();
        assertEquals(
                "the settings are sealed already: open them first",
                refusal(() -> seal.close(KEYS, AGREED, pin("135791"), 0)));
    }

    @Test
    void aDamagedSealRefusesTheConfigurationAndNoPinHelps() throws Exception {
        sealed();
        Path file = directory.resolve("settings.seal");
        String whole = Files.readString(file);
        for (String text : new String[] {"", whole.replace("3680", "9999"), whole + whole}) {
            Files.writeString(file, text);
            Seal seal = open();
            assertTrue(seal.closed());
            SealedConfiguration applied = seal.apply(AGREED);
            assertTrue(applied.damaged());
            assertEquals(
                    "the sealed settings cannot be read (it is damaged): the installer has to"
                            + " remove "
                            + file
                            + " and to seal again",
                    applied.notice());
            assertEquals(
                    "the sealed settings cannot be read: it is damaged",
                    refusal(() -> seal.open(pin("246810"), 0)));
        }
    }

    @Test
    void aSealThatCannotBeReadIsDamaged() throws IOException {
        Files.createDirectories(directory.resolve("settings.seal"));
        assertTrue(open().apply(AGREED).damaged());
    }

    @Test
    void aSealThatCannotBeWrittenIsNone() throws Exception {
        Path inTheWay = Files.writeString(directory.resolve("file"), "");
        Seal seal = Seal.open(directory, FAST);
        Seal nowhere = new Seal(inTheWay, FAST);
        assertThrows(IOException.class, () -> nowhere.close(KEYS, AGREED, pin("246810"), 0));
        assertFalse(nowhere.closed());
        assertFalse(seal.closed());
    }

    @Test
    void outsideOfTestsAPinIsExpensiveToGuess() throws Exception {
        Seal seal = Seal.open(directory);
        seal.close(KEYS, AGREED, pin("246810"), 5);
        assertTrue(Files.readString(directory.resolve("settings.seal")).contains("\npin 150000 "));
        Seal.open(directory).open(pin("246810"), 0);
        assertFalse(Seal.open(directory).closed());
    }

    @Test
    void thePinIsNowhereInTheFile() throws Exception {
        sealed();
        String text = Files.readString(directory.resolve("settings.seal"));
        assertFalse(text.contains("246810"));
        assertTrue(text.contains("pin 1000 "));
        assertEquals("hash of a PIN", PinHash.of(pin("246810"), FAST).toString());
    }

    @Test
    void twoSealsWithOnePinShareNoSalt() {
        PinHash one = PinHash.of(pin("246810"), FAST);
        PinHash other = PinHash.of(pin("246810"), FAST);
        assertFalse(one.salt().equals(other.salt()));
        assertFalse(one.hash().equals(other.hash()));
        assertTrue(one.matches(pin("246810")) && other.matches(pin("246810")));
    }

    @Test
    void absurdHashesAreRefused() {
        PinHash good = PinHash.of(pin("246810"), FAST);
        for (int iterations : new int[] {0, 999, 5_000_001}) {
            assertThrows(
                    IllegalArgumentException.class,
                    () -> new PinHash(iterations, good.salt(), good.hash()));
        }
        assertThrows(IllegalArgumentException.class, () -> new PinHash(FAST, "00", good.hash()));
        assertThrows(IllegalArgumentException.class, () -> new PinHash(FAST, good.salt(), "00"));
        new PinHash(5_000_000, good.salt(), good.hash());
    }
}
