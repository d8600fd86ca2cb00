package io.wattwire.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.wattwire.device.link.ModbusPdu;
import io.wattwire.device.model.RegisterKind;
import io.wattwire.device.plan.Block;
import io.wattwire.device.plan.Cost;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LineTimingTest {

    private static double millis(LineTiming timing, byte[] pdu) {
        return timing.exchange(pdu).toNanos() / 1e6;
    }

    /** Wire time in ms with both silences, 8N1, computed by hand from the Modbus serial guide. */
    @ParameterizedTest
    @CsvSource({
        "2, 9600, 25.7",
        "10, 9600, 42.4",
        "40, 9600, 104.9",
        "125, 9600, 282.0",
        "2, 19200, 12.9",
        "80, 19200, 94.1",
        "40, 38400, 27.7",
        "125, 115200, 26.3"
    })
    void readTakesWhatTheBytesTake(int words, int baud, double expected) {
        LineTiming timing = new LineTiming(baud, 10, Duration.ZERO);
        assertEquals(
                expected,
                millis(timing, ModbusPdu.readRequest(RegisterKind.INPUT, 0, words)),
                0.06);
    }

    @Test
    void writesTakeWhatTheBytesTake() {
        LineTiming timing = new LineTiming(9600, 10, Duration.ZERO);
        assertEquals(24.7, millis(timing, ModbusPdu.writeSingle(3, 50)), 0.06);
        assertEquals(27.8, millis(timing, ModbusPdu.writeMultiple(3, new int[] {50})), 0.06);
    }

    /** The planner optimises what it believes a request costs: the simulated wire must agree. */
    @ParameterizedTest
    @ValueSource(ints = {1_200, 2_400, 9_600, 19_200, 38_400, 115_200})
    void agreesWithThePlannersCost(int baud) {
        Duration turnaround = Duration.ofMillis(16);
        for (int bits : new int[] {10, 11}) {
            LineTiming timing = new LineTiming(baud, bits, turnaround);
            Cost cost = Cost.rtu(baud, bits, turnaround);
            for (int count = 1; count <= 125; count++) {
                double planned = cost.micros(new Block(RegisterKind.HOLDING, 7, count)) / 1e3;
                byte[] pdu = ModbusPdu.readRequest(RegisterKind.HOLDING, 7, count);
                assertEquals(planned, millis(timing, pdu), 0.05 * planned);
            }
            double coils = cost.micros(new Block(RegisterKind.COIL, 7, 100)) / 1e3;
            byte[] pdu = ModbusPdu.readRequest(RegisterKind.COIL, 7, 100);
            assertEquals(coils, millis(timing, pdu), 0.05 * coils);
        }
    }

    @Test
    void withoutAWireOnlyTheTurnaroundRemains() {
        byte[] pdu = ModbusPdu.readRequest(RegisterKind.INPUT, 0, 125);
        assertEquals(Duration.ofMillis(16), LineTiming.turnaroundOnly().exchange(pdu));
        assertEquals(Duration.ZERO, LineTiming.none().exchange(pdu));
    }

    @Test
    void linesThatDoNotExistAreRefused() {
        Duration none = Duration.ZERO;
        assertThrows(IllegalArgumentException.class, () -> new LineTiming(-1, 10, none));
        assertThrows(IllegalArgumentException.class, () -> new LineTiming(9600, 8, none));
        assertThrows(
                IllegalArgumentException.class,
                () -> new LineTiming(9600, 10, Duration.ofMillis(-1)));
    }
}
