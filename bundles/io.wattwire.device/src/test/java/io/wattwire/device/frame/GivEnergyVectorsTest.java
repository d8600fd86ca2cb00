package io.wattwire.device.frame;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Frames that others recorded or published, and frames damaged on purpose. */
class GivEnergyVectorsTest {

    private static final HexFormat HEX = HexFormat.of();
    private static final int OLD_WAY_FROM = 27;

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(
            resources = "givenergy.csv",
            delimiter = ';',
            useHeadersInDisplayName = true,
            maxCharsPerColumn = 8192)
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
        byte[] bytes = response == null ? new byte[0] : HEX.parseHex(response);
        assertEquals(expected, seen(bytes, bytes.length), provenance + " of " + source);
        assertEquals(expected, seen(bytes, 1), "byte by byte");
    }

    private static String seen(byte[] stream, int piece) {
        List<String> seen = new ArrayList<>();
        GivEnergyFramer framer = new GivEnergyFramer(PduLength.ANSWER);
        for (int from = 0; from < stream.length; from += piece) {
            byte[] part = Arrays.copyOfRange(stream, from, from + piece);
            framer.feed(part, part.length).forEach(frame -> seen.add(read(frame)));
        }
        return seen.isEmpty() ? "nothing" : seen.stream().collect(Collectors.joining(" "));
    }

    private static String read(Adu frame) {
        if (GivEnergyFrame.isHeartbeat(frame.raw())) {
            int type = frame.raw()[18];
            return "heartbeat " + GivEnergyFrame.dongle(frame.raw()) + " " + type;
        }
        if (frame.unit() == Adu.NO_UNIT) {
            return "empty";
        }
        String pdu = HEX.formatHex(frame.pdu());
        String unit = HEX.toHexDigits((byte) frame.unit());
        return unit + pdu + (frame.pdu().length == 1 ? "@" + frame.transaction() : "");
    }

    /**
     * The frame that the source's client sent is the one that ours would send, but for the serial,
     * which may be any, and the checksum as clients of 2022 made it.
     */
    private static void assertMadeByUs(byte[] request) {
        List<Adu> found = new GivEnergyFramer(PduLength.REQUEST).feed(request, request.length);
        assertEquals(1, found.size());
        Adu frame = found.get(0);
        byte[] ours = ours(frame);
        System.arraycopy(request, 8, ours, 8, GivEnergyFrame.SERIAL_LENGTH);
        int compared = GivEnergyFrame.checked(request) ? request.length : request.length - 2;
        assertArrayEquals(Arrays.copyOf(request, compared), Arrays.copyOf(ours, compared));
    }

    /** Others have asked for what dongles refuse; our own client would not. */
    private static byte[] ours(Adu frame) {
        byte[] pdu = frame.pdu().clone();
        boolean tooMany = pdu[0] != 6 && pdu[4] > GivEnergyFrame.MOST_REGISTERS;
        if (tooMany) {
            assertThrows(
                    IllegalArgumentException.class,
                    () -> GivEnergyMessage.request(frame.unit(), pdu));
            return frame.raw().clone();
        }
        return GivEnergyMessage.request(frame.unit(), pdu);
    }

    @Test
    void aRequestSummedAsIn2022IsHeardByADongle() {
        byte[] request = GivEnergyMessage.request(0x32, new byte[] {4, 0, 0, 0, 60});
        int crc = Crc16.of(request, OLD_WAY_FROM, request.length - 2 - OLD_WAY_FROM);
        request[32] = (byte) (crc >> 8);
        request[33] = (byte) crc;
        assertEquals("d1d5", HEX.formatHex(request, 32, 34));
        assertEquals(
                1, new GivEnergyFramer(PduLength.REQUEST).feed(request, request.length).size());
        request[33]++;
        assertEquals(
                0, new GivEnergyFramer(PduLength.REQUEST).feed(request, request.length).size());
    }

    @Test
    void aHeartbeatIsAnsweredWithItself() {
        byte[] heartbeat = GivEnergyMessage.heartbeat("WF1234G567", 2);
        assertEquals("59590001000d01015746313233344735363702", HEX.formatHex(heartbeat));
        assertArrayEquals(heartbeat, GivEnergyFrame.reply(heartbeat));
        byte[] answer = answer(3, 0, new byte[] {3, 2, 0, 1});
        assertEquals(0, GivEnergyFrame.reply(answer).length);
    }

    @ParameterizedTest
    @ValueSource(strings = {",192.168.1.7,255.255.255.0,192.168.1.1", ",10.0.0.2,255.0.0.0,"})
    void whatADongleTellsOfItsNetworkIsNoAnswer(String text) {
        byte[] told = GivEnergyMessage.network("WF1234G567", text);
        byte[] answer = answer(3, 7, new byte[] {3, 2, 0, 57});
        byte[] stream = RtuFramerTest.join(told, answer);
        List<Adu> found = new GivEnergyFramer(PduLength.ANSWER).feed(stream, stream.length);
        assertEquals(2, found.size());
        assertEquals(Adu.NO_UNIT, found.get(0).unit());
        assertArrayEquals(new byte[] {3, 2, 0, 57}, found.get(1).pdu());
    }

    /** Far more likely is a frame that was cut off, and a checksum that holds by chance. */
    @Test
    void aFrameThatAnotherBeginsInIsNotBelieved() {
        byte[] next = answer(3, 7, new byte[] {3, 2, 0, 57});
        byte[] pdu = new byte[10];
        pdu[0] = 3;
        pdu[1] = 8;
        System.arraycopy(next, 0, pdu, 2, 8);
        byte[] stream = RtuFramerTest.join(answer(3, 0, pdu), next);
        List<Adu> found = new GivEnergyFramer(PduLength.ANSWER).feed(stream, stream.length);
        assertEquals(1, found.size());
        assertArrayEquals(next, found.get(0).raw());
    }

    /** A meter has no holding registers, but product data with a function of its own. */
    /** Found by a fuzzer: an empty answer within an empty answer. */
    @Test
    void whatCarriesNoValuesIsToldOnceWhereItBeganLast() {
        byte[] nested =
                HEX.parseHex(
                        "59590001003201025701"
                                + "59590001002601025746000000000000000046000000000000"
                                + "000000000000000000000000000000000000000004");
        List<Adu> found = new GivEnergyFramer(PduLength.ANSWER).feed(nested, nested.length);
        assertEquals(1, found.size());
        assertEquals(44, found.get(0).raw().length, "the inner one");
    }

    @Test
    void theHoldingRegistersOfAMeterAreItsProductData() {
        byte[] request = GivEnergyMessage.request(8, new byte[] {3, 0, 60, 0, 2});
        assertEquals(0x16, request[27]);
        assertEquals(3, GivEnergyMessage.request(9, new byte[] {3, 0, 60, 0, 2})[27]);
        byte[] answer =
                GivEnergyMessage.answer(
                        request, "WF1234G567", "SA1234G567", 8, new byte[] {3, 4, 1, 2, 3, 4});
        assertEquals(0x16, answer[27]);
        Adu found = new GivEnergyFramer(PduLength.ANSWER).feed(answer, answer.length).get(0);
        assertArrayEquals(new byte[] {3, 4, 1, 2, 3, 4}, found.pdu());
    }

    @Test
    void whatADongleCannotCarryIsRefusedBeforeTheWire() {
        for (byte[] pdu :
                new byte[][] {
                    {3, 0, 0, 0, 61}, {16, 0, 1, 0, 1, 2, 0, 0}, {1, 0, 0, 0, 1}, {6, 0, 1}
                }) {
            IllegalArgumentException refused =
                    assertThrows(
                            IllegalArgumentException.class,
                            () -> GivEnergyMessage.request(0x11, pdu));
            assertTrue(refused.getMessage().contains("GivEnergy"), refused.getMessage());
        }
    }

    private static byte[] answer(int function, int first, byte[] pdu) {
        byte[] asked = {(byte) function, 0, (byte) first, 0, (byte) ((pdu.length - 2) / 2)};
        return GivEnergyMessage.answer(
                GivEnergyMessage.request(0x11, asked), "WF1234G567", "SA1234G567", 0x11, pdu);
    }
}
