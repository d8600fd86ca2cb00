package io.wattwire.device.link;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.wattwire.device.frame.Adu;
import io.wattwire.device.frame.Framer;
import io.wattwire.device.frame.GivEnergyFrame;
import io.wattwire.device.frame.GivEnergyFramer;
import io.wattwire.device.frame.GivEnergyMessage;
import io.wattwire.device.frame.MbapFramer;
import io.wattwire.device.frame.PduLength;
import io.wattwire.device.frame.RtuFramer;
import io.wattwire.device.frame.SolarmanFrame;
import io.wattwire.device.frame.SolarmanFramer;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is masked is gone, and the rest is a good frame with the values that it had. */
class FrameMaskTest {

    /** A number, text and a value. */
    private static final byte[] PDU = {3, 6, 0x12, 0x34, 'A', '7', 0, 57};

    private static final byte[] MASKED = {3, 6, 0, 0, 'A', '0', 0, 57};
    private static final Map<Integer, Boolean> WORDS = Map.of(0, false, 1, true);

    @Test
    void registersWithSerialsAreMaskedOnEveryLink() {
        assertMasked("tcp://h:502", MbapFramer.frame(7, 1, PDU), new MbapFramer());
        assertMasked(
                "rtu:/dev/x:9600:8N1", RtuFramer.frame(1, PDU), new RtuFramer(PduLength.ANSWER));
        assertMasked("rtu-tcp://h:4196", RtuFramer.frame(1, PDU), new RtuFramer(PduLength.ANSWER));
        assertMasked(
                "solarman://h:8899/2712345678",
                SolarmanFrame.answer(9, 1, 2_712_345_678L, 5, RtuFramer.frame(1, PDU)),
                new SolarmanFramer(PduLength.ANSWER));
        assertMasked("givenergy://h:8899", dongle(), new GivEnergyFramer(PduLength.ANSWER));
    }

    private static void assertMasked(String link, byte[] bytes, Framer framer) {
        byte[] masked = FrameMask.masked(frame(link, bytes), WORDS);
        List<Adu> found = framer.feed(masked, masked.length);
        assertEquals(1, found.size(), link);
        assertArrayEquals(MASKED, found.get(0).pdu(), link);
    }

    private static byte[] dongle() {
        byte[] request = GivEnergyMessage.request(1, new byte[] {4, 0, 0, 0, 3});
        byte[] pdu = PDU.clone();
        pdu[0] = 4;
        byte[] answer = GivEnergyMessage.answer(request, "WF2125G369", "SA2114G047", 1, pdu);
        answer[27] = 0x16; // a meter's product data: function 3 for us
        return GivEnergyMessage.withoutSerials(answer);
    }

    @Test
    void serialsOfTheEnvelopeAreMasked() {
        byte[] answer = FrameMask.masked(frame("givenergy://h:8899", dongle()), Map.of());
        assertEquals("WF0000G000", GivEnergyFrame.dongle(answer));
        assertEquals("SA0000G000", GivEnergyFrame.inverter(answer));
        byte[] heartbeat = GivEnergyMessage.heartbeat("WF2125G369", 1);
        byte[] masked = FrameMask.masked(frame("givenergy://h:8899", heartbeat), Map.of());
        assertEquals("WF0000G000", GivEnergyFrame.dongle(masked));
        byte[] said =
                SolarmanFrame.wrap(SolarmanFrame.HEARTBEAT, 1, 2, 2_712_345_678L, new byte[1]);
        byte[] quiet = FrameMask.masked(frame("solarman://h:8899/2712345678", said), Map.of());
        assertEquals(1_000_000_000L, SolarmanFrame.serial(quiet));
    }

    @Test
    void serialsOfTheAddressAreMasked() {
        assertEquals(
                "solarman://h:8899/1000000000", FrameMask.link("solarman://h:8899/2712345678"));
        assertEquals("givenergy://h:8899", FrameMask.link("givenergy://h:8899/SA2114G047"));
        assertEquals("givenergy://h:8899", FrameMask.link("givenergy://h:8899"));
        assertEquals("tcp://h:502", FrameMask.link("tcp://h:502"));
    }

    @Test
    void bytesThatAreNoFrameStayAsTheyAre() {
        byte[] noise = {1, 2, 3};
        for (String link : List.of("tcp://h:502", "rtu:/dev/x:9600:8N1", "givenergy://h:8899")) {
            assertArrayEquals(noise, FrameMask.masked(frame(link, noise), Map.of()));
        }
    }

    private static Frame frame(String link, byte[] bytes) {
        return new Frame(link, "test", false, 0, 0, 1, bytes);
    }
}
