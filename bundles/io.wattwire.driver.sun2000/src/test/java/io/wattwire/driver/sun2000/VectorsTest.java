package io.wattwire.driver.sun2000;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.wattwire.contract.TableBank;
import io.wattwire.device.frame.Adu;
import io.wattwire.device.frame.MbapFramer;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** Frames that others saw on real lines. */
class VectorsTest {

    private static final HexFormat HEX = HexFormat.of();

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "vectors.csv", delimiter = ';', useHeadersInDisplayName = true)
    void aFrameMeansWhatItsSourceSays(
            String id, String transport, String request, String response, String values) {
        byte[] data = data(transport, HEX.parseHex(response));
        int address =
                transport.equals("block")
                        ? Integer.parseInt(request)
                        : address(pdu(transport, HEX.parseHex(request)));
        TableBank bank = bank(id, address, data);
        for (String value : values.split("\\|")) {
            String[] parts = value.split("=");
            Optional<String> decoded = bank.get(parts[0]).map(Object::toString);
            assertEquals(Optional.of(parts[1]), decoded, parts[0]);
        }
    }

    private static TableBank bank(String id, int address, byte[] data) {
        String model = id.equals("huawei-35") ? "sun2000-3ph-lg" : "sun2000-3ph";
        TableBank bank = new TableBank(new Sun2000Driver().family(), model);
        for (int i = 0; i < data.length / 2; i++) {
            bank.holding(address + i, (data[2 * i] & 0xFF) << 8 | data[2 * i + 1] & 0xFF);
        }
        return bank;
    }

    /** The words of an answer to function 3. */
    private static byte[] data(String transport, byte[] frame) {
        if (transport.equals("block")) {
            return frame;
        }
        byte[] pdu = pdu(transport, frame);
        assertEquals(3, pdu[0]);
        assertEquals(pdu.length - 2, pdu[1] & 0xFF, "the count of bytes");
        return Arrays.copyOfRange(pdu, 2, pdu.length);
    }

    private static byte[] pdu(String transport, byte[] frame) {
        if (transport.equals("modbus-rtu")) {
            return Arrays.copyOfRange(frame, 1, frame.length - 2);
        }
        List<Adu> found = new MbapFramer().feed(frame, frame.length);
        assertEquals(1, found.size());
        return found.get(0).pdu();
    }

    private static int address(byte[] readRequest) {
        return (readRequest[1] & 0xFF) << 8 | readRequest[2] & 0xFF;
    }

    /** The phases of the recorded meter add up to its total: signed, high word first. */
    @Test
    void theRecordedMeterExportsAndItsGridPowerIsNegative() {
        TableBank bank = new TableBank(new Sun2000Driver().family(), "sun2000-3ph");
        bank.holding(37113, 0, 1_277).holding(37132, 0, 542, 0, 466, 0, 269);
        assertEquals(Optional.of(-1_277.0), bank.point("grid_power"));
        assertEquals(Optional.of(-542.0), bank.point("grid_power_l1"));
        assertEquals(Optional.of(-269.0), bank.point("grid_power_l3"));
    }
}
