package io.wattwire.device.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.wattwire.device.model.WriteRole;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What becomes of a model in the settings that the device denies. */
class ModelCheckTest {

    private static final int CODE_OF_TWO = 5200;
    private static final int UNKNOWN_CODE = 9999;

    private Bench bench;

    @AfterEach
    void close() {
        bench.close();
    }

    private void bench(int code, boolean writesAnyway) {
        bench = Bench.identifying(s -> s.writable(WriteRole.OWNER).writeUnrecognised(writesAnyway));
        bench.set(Bench.TYPE, code);
    }

    @Test
    void anotherModelIsReadAllTheSameAndToldWithTheRemedy() {
        bench(CODE_OF_TWO, false);
        assertTrue(bench.read("power").good());
        assertEquals(
                "the settings name the model one, but the device says that it is a two, so values"
                        + " may be wrong; set the model two or leave it out",
                bench.session.contradiction());
    }

    @Test
    void anotherModelIsNotWritten() {
        bench(CODE_OF_TWO, false);
        bench.session.contradiction();
        WriteRefused refused =
                assertThrows(WriteRefused.class, () -> bench.session.write("upper", 3));
        assertTrue(refused.getMessage().contains("write.unrecognised"), refused.getMessage());
        assertEquals(0, bench.written().size());
    }

    @Test
    void whoKnowsBetterWritesIt() throws Exception {
        bench(CODE_OF_TWO, true);
        assertFalse(bench.session.contradiction().isEmpty());
        bench.session.write("upper", 3);
        assertEquals(3, bench.get(Bench.UPPER));
    }

    @Test
    void whatIsReadAnywayTellsItWithoutAnyQuestion() {
        bench(CODE_OF_TWO, false);
        bench.session.prepare(List.of("type_code", "serial")).read();
        assertThrows(WriteRefused.class, () -> bench.session.write("upper", 3));
    }

    @Test
    void theSecondReadingAsksWhereThatTakesOneRequest() {
        bench(CODE_OF_TWO, false);
        bench.read("power");
        assertEquals(1, bench.asked().size());
        bench.read("power");
        assertEquals(2, bench.asked().size());
        bench.read("power");
        assertEquals(1, bench.asked().size());
        assertThrows(WriteRefused.class, () -> bench.session.write("upper", 3));
    }

    @Test
    void aDeviceThatAgreesOrThatNobodyKnowsIsWritten() throws Exception {
        for (int code : new int[] {5100, UNKNOWN_CODE}) {
            bench(code, false);
            assertEquals("", bench.session.contradiction());
            bench.session.write("upper", 3);
            assertEquals(3, bench.get(Bench.UPPER));
            bench.close();
        }
    }

    @Test
    void oneThatDoesNotHaveTheRegistersIsAskedOnce() {
        bench(CODE_OF_TWO, false);
        bench.remove(Bench.TYPE);
        assertEquals("", bench.session.contradiction());
        bench.asked();
        assertEquals("", bench.session.contradiction());
        assertEquals(0, bench.asked().size());
    }

    @Test
    void silenceIsNoAnswerAndNotAskedForAgain() {
        bench(CODE_OF_TWO, false);
        bench.silenceAt(Bench.SERIAL);
        assertTrue(bench.read("power").good());
        assertEquals("", bench.session.contradiction());
        bench.asked();
        assertEquals("", bench.session.contradiction());
        assertEquals(0, bench.asked().size());
    }
}
