package io.wattwire.driver.deye;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.wattwire.contract.TableBank;
import io.wattwire.device.frame.Adu;
import io.wattwire.device.frame.PduLength;
import io.wattwire.device.frame.RtuFramer;
import io.wattwire.device.link.ModbusPdu;
import io.wattwire.device.model.Register;
import io.wattwire.device.model.RegisterKind;
import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** Frames whose meaning others have stated; all of them are of the single-phase family. */
class VectorsTest {

    private static final int READ = 3;
    private static final int WRITE_MULTIPLE = 16;

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "/vectors.csv", useHeadersInDisplayName = true)
    void meansWhatOthersSay(
            String id,
            String request,
            String answer,
            String outcome,
            String register,
            String value) {
        byte[] asked = HexFormat.of().parseHex(request);
        List<Adu> heard = frames(PduLength.ANSWER, answer);
        switch (outcome) {
            case "decode" -> assertEquals(value, shown(asked, heard.get(0), register));
            case "exception" -> {
                assertArrayEquals(asked, rebuilt(asked));
                assertEquals(WRITE_MULTIPLE + 128, heard.get(0).function());
                assertEquals(Integer.parseInt(value), heard.get(0).pdu()[1]);
            }
            case "discard" -> assertEquals(List.of(), heard, id);
            default -> throw new AssertionError(outcome);
        }
    }

    private static List<Adu> frames(PduLength rule, String hex) {
        byte[] bytes = HexFormat.of().parseHex(hex);
        return new RtuFramer(rule).feed(bytes, bytes.length);
    }

    /** The request as we would send it. */
    private static byte[] rebuilt(byte[] asked) {
        ByteBuffer fields = ByteBuffer.wrap(asked, 1, asked.length - 1);
        int function = fields.get();
        int address = fields.getShort() & 0xFFFF;
        int count = fields.getShort();
        if (function == READ) {
            return RtuFramer.frame(1, ModbusPdu.readRequest(RegisterKind.HOLDING, address, count));
        }
        fields.get();
        return RtuFramer.frame(
                1, ModbusPdu.writeMultiple(address, new int[] {fields.getShort() & 0xFFFF}));
    }

    /** What the driver shows of a register whose first words are in the answer. */
    private static String shown(byte[] asked, Adu answer, String name) {
        assertArrayEquals(asked, rebuilt(asked));
        ByteBuffer fields = ByteBuffer.wrap(asked, 2, 4);
        int address = fields.getShort() & 0xFFFF;
        int[] words = ModbusPdu.parseRead(RegisterKind.HOLDING, fields.getShort(), answer.pdu());
        TableBank bank = Banks.of(DeyeModel.ONE_PHASE);
        Register register = bank.register(name);
        assertEquals(register.address(), address, name);
        bank.holding(address, new int[register.type().words()]).holding(address, words);
        return String.valueOf(bank.get(name).orElseThrow());
    }
}
