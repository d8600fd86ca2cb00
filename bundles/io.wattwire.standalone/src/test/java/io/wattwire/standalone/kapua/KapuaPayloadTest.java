package io.wattwire.standalone.kapua;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Date;
import java.util.HexFormat;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.eclipse.kura.message.KuraPayload;
import org.eclipse.kura.message.KuraPosition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The vectors are typed by hand from the field numbers of Kura's kurapayload.proto: metric = 5000,
 * so its tag is (5000 << 3 | 2) = 40002 = c2 b8 02; body = 5001 = ca b8 02.
 */
class KapuaPayloadTest {
    private static byte[] bytes(String hex) {
        return HexFormat.of().parseHex(hex.replace(" ", ""));
    }

    static KuraPayload payload(String metric, Object value) {
        KuraPayload payload = new KuraPayload();
        payload.addMetric(metric, value);
        return payload;
    }

    @Test
    void aTimestampIsFieldOne() {
        KuraPayload payload = new KuraPayload();
        payload.setTimestamp(new Date(300));

        assertArrayEquals(bytes("08 ac 02"), KapuaPayload.encode(payload, false));
    }

    @Test
    void aDoubleHasTypeZeroAndFieldThree() {
        // 1.5 = 3ff8000000000000, little end first; the metric has 3 + 2 + 9 = 14 bytes
        assertArrayEquals(
                bytes("c2 b8 02 0e  0a 01 70  10 00  19 00 00 00 00 00 00 f8 3f"),
                KapuaPayload.encode(payload("p", 1.5), false));
    }

    @Test
    void aFloatHasTypeOneAndFieldFour() {
        assertArrayEquals(
                bytes("c2 b8 02 0a  0a 01 70  10 01  25 00 00 c0 3f"),
                KapuaPayload.encode(payload("p", 1.5f), false));
    }

    @Test
    void aLongHasTypeTwoAndFieldFiveAndMinusOneTakesTenBytes() {
        assertArrayEquals(
                bytes("c2 b8 02 10  0a 01 70  10 02  28 ff ff ff ff ff ff ff ff ff 01"),
                KapuaPayload.encode(payload("p", -1L), false));
    }

    @Test
    void anIntegerHasTypeThreeAndFieldSix() {
        assertArrayEquals(
                bytes("c2 b8 02 07  0a 01 70  10 03  30 07"),
                KapuaPayload.encode(payload("p", 7), false));
    }

    @Test
    void aBooleanHasTypeFourAndFieldSeven() {
        assertArrayEquals(
                bytes("c2 b8 02 07  0a 01 70  10 04  38 01"),
                KapuaPayload.encode(payload("p", true), false));
    }

    @Test
    void aStringHasTypeFiveAndFieldEight() {
        assertArrayEquals(
                bytes("c2 b8 02 09  0a 01 70  10 05  42 02 c3 a4"),
                KapuaPayload.encode(payload("p", "ä"), false));
    }

    @Test
    void bytesHaveTypeSixAndFieldNine() {
        assertArrayEquals(
                bytes("c2 b8 02 09  0a 01 70  10 06  4a 02 00 ff"),
                KapuaPayload.encode(payload("p", new byte[] {0, -1}), false));
    }

    @Test
    void aBodyIsField5001() {
        KuraPayload payload = new KuraPayload();
        payload.setBody(new byte[] {1, 2});

        assertArrayEquals(bytes("ca b8 02 02 01 02"), KapuaPayload.encode(payload, false));
    }

    @Test
    void readsWhatIsWrittenByHand() throws IOException {
        KuraPayload payload =
                KapuaPayload.decode(
                        bytes(
                                "08 ac 02"
                                        + "12 12 09 00 00 00 00 00 80 48 40 11 00 00 00 00 00 00 26 40"
                                        + "c2 b8 02 0e 0a 01 70 10 00 19 00 00 00 00 00 00 f8 3f"
                                        + "c2 b8 02 09 0a 01 73 10 05 42 02 c3 a4"
                                        + "ca b8 02 01 07"));

        assertEquals(new Date(300), payload.getTimestamp());
        assertEquals(49.0, payload.getPosition().getLatitude());
        assertEquals(11.0, payload.getPosition().getLongitude());
        assertEquals(Map.of("p", 1.5, "s", "ä"), payload.metrics());
        assertArrayEquals(new byte[] {7}, payload.getBody());
    }

    @Test
    void fieldsOfLaterVersionsAreSkipped() throws IOException {
        // field 100 (varint) in the payload, field 10 (bytes) in the metric
        KuraPayload payload =
                KapuaPayload.decode(bytes("a0 06 05 c2 b8 02 0a 0a 01 70 10 03 30 07 52 01 00"));

        assertEquals(Map.of("p", 7), payload.metrics());
    }

    @ParameterizedTest
    @CsvSource({
        "c2 b8 02 05 10 03 30 07 00, ''",
        "c2 b8 02 04 10 03 30 07, metric without a name",
        "c2 b8 02 07 0a 01 70 10 07 30 07, unknown type 7",
        "c2 b8 02 07 0a 01 70 10 02 30 07, no value of its type 2",
        "c2 b8 02 07 0a 01 70 10 03 31 07, wire type",
        "08 ac, ''",
        "c2 b8 02 7f 0a, ''",
        "ca b8 02 ff ff ff ff 0f, ''",
        "09 00 00 00 00 00 00 00 00, wire type",
        "c2 b8 02 08 0a 02 ff fe 10 03 30 07, ''",
    })
    void brokenBytesAreRefused(String hex, String reason) {
        IOException e =
                assertThrows(IOException.class, () -> KapuaPayload.decode(bytes(hex)), reason);

        assertTrue(e.getMessage().contains(reason), e.getMessage());
    }

    @Test
    void aLargePayloadTravelsCompressed() throws IOException {
        KuraPayload payload = payload("text", "a".repeat(10_000));

        byte[] packed = KapuaPayload.encode(payload, true);

        assertTrue(packed.length < 200, packed.length + " bytes");
        assertEquals(0x1f, packed[0] & 0xff);
        assertEquals(payload.metrics(), KapuaPayload.decode(packed).metrics());
    }

    @Test
    void aPayloadThatWouldGrowStaysUncompressed() {
        assertArrayEquals(
                KapuaPayload.encode(payload("p", 7), false),
                KapuaPayload.encode(payload("p", 7), true));
    }

    @Test
    void aBombIsRefusedBeforeItFillsTheMemory() throws IOException {
        ByteArrayOutputStream bomb = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bomb)) {
            for (int i = 0; i < 17; i++) {
                gzip.write(new byte[1024 * 1024]);
            }
        }

        IOException e =
                assertThrows(IOException.class, () -> KapuaPayload.decode(bomb.toByteArray()));

        assertTrue(e.getMessage().contains("expands"), e.getMessage());
    }

    @ParameterizedTest
    @ValueSource(strings = {"short", "date"})
    void aMetricOfAnotherTypeIsRefusedWithItsName(String name) {
        Object value = name.equals("short") ? Short.valueOf((short) 1) : new Date();

        IllegalArgumentException e =
                assertThrows(
                        IllegalArgumentException.class,
                        () -> KapuaPayload.encode(payload(name, value), false));

        assertTrue(e.getMessage().contains(name), e.getMessage());
    }

    @Test
    void aPositionComesBackWhole() throws IOException {
        KuraPosition position = new KuraPosition();
        position.setLatitude(46.5);
        position.setLongitude(13.1);
        position.setAltitude(400);
        position.setPrecision(3);
        position.setHeading(90);
        position.setSpeed(1.5);
        position.setTimestamp(new Date(5));
        position.setSatellites(9);
        position.setStatus(3);
        KuraPayload payload = new KuraPayload();
        payload.setPosition(position);

        KuraPosition read = KapuaPayload.decode(KapuaPayload.encode(payload, false)).getPosition();

        assertEquals(46.5, read.getLatitude());
        assertEquals(13.1, read.getLongitude());
        assertEquals(400, read.getAltitude());
        assertEquals(3, read.getPrecision());
        assertEquals(90, read.getHeading());
        assertEquals(1.5, read.getSpeed());
        assertEquals(new Date(5), read.getTimestamp());
        assertEquals(9, read.getSatellites());
        assertEquals(3, read.getStatus());
    }
}
