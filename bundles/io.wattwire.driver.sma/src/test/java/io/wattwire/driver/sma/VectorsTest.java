package io.wattwire.driver.sma;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.wattwire.device.link.LinkException;
import io.wattwire.device.model.Reading;
import io.wattwire.device.model.Register;
import io.wattwire.device.server.Answer;
import io.wattwire.device.server.ModbusFault;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** The exchanges that were collected for SMA devices, over the wire. */
class VectorsTest {

    private static final int MBAP = 6;
    private static final int TO_DATA = 9;

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "vectors.csv", useHeadersInDisplayName = true)
    void isAskedAndReadAsItsSourceSays(
            String id, String request, String response, String register, String expected)
            throws Exception {
        byte[] answer = HexFormat.of().parseHex(response);
        try (Simulated device = Simulated.storage()) {
            int[] words = new int[(answer.length - TO_DATA) / 2];
            for (int i = 0; i < words.length; i++) {
                int at = TO_DATA + 2 * i;
                words[i] = (answer[at] & 0xFF) << 8 | answer[at + 1] & 0xFF;
            }
            Register asked = Bank.FAMILY.table().register(register).orElseThrow();
            device.words(asked.address(), words);
            device.session.identity();
            device.requests();
            Reading reading = device.read(register);
            String unitAndPdu = request.substring(2 * MBAP);
            String wanted = Integer.parseInt(unitAndPdu.substring(0, 2), 16) + " ";
            assertEquals(List.of(wanted + unitAndPdu.substring(2)), device.requests());
            assertEquals(expected, reading.good() ? reading.value().toString() : "none");
        }
    }

    /** sma-08: a Sunny Island that does not let itself be controlled refuses with exception 3. */
    @Test
    void aRefusedCommandIsToldAndNotRepeated() throws Exception {
        int[] active =
                Bank.FAMILY.table().register("external_control").orElseThrow().encode("active");
        assertEquals("[0, 802]", Arrays.toString(active));
        try (Simulated device = Simulated.island()) {
            device.toWrites(Answer.exception(ModbusFault.ILLEGAL_VALUE));
            LinkException refused =
                    assertThrows(
                            LinkException.class,
                            () -> device.session.write("battery_power_setpoint", 500));
            assertEquals(3, refused.modbusException());
            device.requests();
            device.poll(70);
            assertTrue(
                    device.writes().stream().allMatch(pdu -> pdu.contains("00000323")),
                    "nothing but automatic operation, which it may have refused too");
        }
    }

    /** sma-09: unit 1 is the gateway and knows nothing of the inverter's values. */
    @Test
    void theGatewaysUnitIsNotTakenForTheInverter() throws Exception {
        try (Simulated device = Simulated.island()) {
            device.openOnGateway();
            assertTrue(!device.session.identity().recognised());
            assertTrue(!device.read("active_power").good());
            assertThrows(
                    Exception.class, () -> device.session.write("battery_power_setpoint", 500));
            assertEquals(List.of(), device.writes());
        }
    }
}
