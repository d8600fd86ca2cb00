package io.wattwire.device.frame;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** Frames that others recorded or published, and frames damaged on purpose. */
class SolarmanVectorsTest {

    private static final HexFormat HEX = HexFormat.of();

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "solarman.csv", delimiter = ';', useHeadersInDisplayName = true)
    void isReadAsItsSourceSays(
            String id,
            String source,
            String provenance,
            String request,
            String response,
            String expected) {
        if (request != null) {
            assertMadeByUs(HEX.parseHex(request));
        }
        List<String> seen = new ArrayList<>();
        byte[] bytes = response == null ? new byte[0] : HEX.parseHex(response);
        SolarmanFramer framer = new SolarmanFramer(PduLength.ANSWER);
        framer.feed(bytes, bytes.length).forEach(frame -> seen.add(read(frame)));
        assertEquals(expected.equals("nothing") ? List.of() : List.of(expected), seen);
    }

    /** The frame that the source's client sent is the one that ours would send. */
    private static void assertMadeByUs(byte[] request) {
        List<Adu> found = new SolarmanFramer(PduLength.REQUEST).feed(request, request.length);
        assertEquals(1, found.size());
        Adu frame = found.get(0);
        assertArrayEquals(
                request,
                SolarmanFrame.request(
                        frame.transaction(),
                        SolarmanFrame.serial(request),
                        frame.unit(),
                        frame.pdu()));
    }

    private static String read(Adu frame) {
        int error = SolarmanFrame.error(frame.raw());
        if (error >= 0) {
            return "error " + error;
        }
        return frame.unit() == Adu.NO_UNIT
                ? "heartbeat"
                : HEX.formatHex(RtuFramer.frame(frame.unit(), frame.pdu()));
    }

    @Test
    void theSerialInAnAnswerIsTheLoggersOwn() {
        byte[] answer = HEX.parseHex("a5100010150004375c79f20201f36d0400640000000000000006000815");
        assertEquals(4_068_039_735L, SolarmanFrame.serial(answer));
    }

    @Test
    void aHeartbeatIsAnsweredWithTheTime() {
        byte[] heartbeat = HEX.parseHex("a5010010470531" + "4e1caba1004415");
        assertEquals(
                "a50a0010170631" + "4e1caba1" + "000100b9556900000000" + "9615",
                HEX.formatHex(SolarmanFrame.timeReply(heartbeat, 1_767_225_600)));
    }

    @Test
    void onlyWhatALoggerSaysByItselfIsReplied() {
        for (int code : new int[] {0x41, 0x42, 0x43, 0x47, 0x48}) {
            byte[] said = SolarmanFrame.wrap(code, 255, 7, 9, new byte[3]);
            byte[] reply = SolarmanFrame.timeReply(said, 0);
            assertEquals(code - 0x30, SolarmanFrame.code(reply));
            assertEquals(0, SolarmanFrame.sequence(reply), "255 + 1");
        }
        byte[] answer = SolarmanFrame.answer(1, 2, 3, 4, new byte[] {5, 0});
        assertEquals(0, SolarmanFrame.timeReply(answer, 0).length);
    }

    /** The length tells a checksum of zero from the zeros of a checksum over a checksum. */
    @Test
    void aChecksumOfZeroIsNoDoubleChecksum() {
        byte[] pdu = pduWithChecksumZero();
        byte[] rtu = RtuFramer.frame(1, pdu);
        assertEquals(0, rtu[rtu.length - 1] | rtu[rtu.length - 2]);
        byte[] frame = SolarmanFrame.answer(1, 2, 3, 4, rtu);
        List<Adu> found = new SolarmanFramer(PduLength.ANSWER).feed(frame, frame.length);
        assertEquals(1, found.size());
        assertArrayEquals(pdu, found.get(0).pdu());
    }

    private static byte[] pduWithChecksumZero() {
        byte[] pdu = {3, 4, 0, 7, 0, 0};
        byte[] head = RtuFramer.frame(1, new byte[] {3, 4, 0, 7});
        pdu[4] = head[5];
        pdu[5] = head[6];
        return pdu;
    }

    @Test
    void anAnswerOfTheStickAndNotOfTheInverterCarriesNoPdu() {
        byte[] frame =
                SolarmanFrame.answer(1, 2, 3, 4, RtuFramer.frame(1, new byte[] {3, 2, 0, 1}));
        byte[] payload = Arrays.copyOfRange(frame, 11, frame.length - 2);
        payload[0] = 1;
        byte[] ofStick = SolarmanFrame.wrap(0x15, 1, 2, 3, payload);
        List<Adu> found = new SolarmanFramer(PduLength.ANSWER).feed(ofStick, ofStick.length);
        assertTrue(found.stream().allMatch(adu -> adu.unit() == Adu.NO_UNIT));
        assertEquals(-1, SolarmanFrame.error(ofStick));
    }
}
