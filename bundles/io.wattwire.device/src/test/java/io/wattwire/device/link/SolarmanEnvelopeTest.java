package io.wattwire.device.link;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.wattwire.device.frame.Adu;
import io.wattwire.device.frame.PduLength;
import io.wattwire.device.frame.RtuFramer;
import io.wattwire.device.frame.SolarmanFrame;
import io.wattwire.device.frame.SolarmanFramer;
import io.wattwire.device.link.LinkException.Reason;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class SolarmanEnvelopeTest {

    private static final long SERIAL = 2_712_345_678L;
    private static final byte[] READ = {3, 2, 0x4C, 0, 1};
    private static final byte[] VALUE = {3, 2, 0, 57};
    private static final Request REQUEST = new Request(1, READ);

    private final SolarmanEnvelope envelope =
            new SolarmanEnvelope(SERIAL, 0x20, () -> 1_767_225_600_123L);

    @Test
    void requestsAreThoseOfTheFactsAndCountUp() {
        assertEquals(
                "a51700104521004e1caba1020000000000000000000000000000010302" + "4c000144654115",
                HexFormat.of().formatHex(envelope.pack(1, 1, READ)));
        assertEquals(0x22, SolarmanFrame.sequence(envelope.pack(2, 1, READ)));
        assertEquals(0xFF, SolarmanFrame.sequence(envelope.pack(0xDF, 1, READ)));
        assertEquals(0x00, SolarmanFrame.sequence(envelope.pack(0xE0, 1, READ)));
    }

    @Test
    void aGoodAnswerOfAnotherLoggerIsRefused() {
        LinkException refusal =
                envelope.refusal("link", REQUEST, answer(1, 1_700_000_001L)).orElseThrow();
        assertEquals(Reason.REFUSED, refusal.reason());
        assertTrue(refusal.getMessage().contains("has the serial 1700000001, not " + SERIAL));
        assertTrue(envelope.refusal("link", REQUEST, answer(1, SERIAL)).isEmpty());
    }

    @Test
    void aHeartbeatWithAnotherSerialExplainsSilence() {
        assertTrue(envelope.remedy(new byte[0]).startsWith("check logger serial"));
        byte[] heartbeat = SolarmanFrame.wrap(0x47, 1, 2, 1_700_000_001L, new byte[1]);
        Adu frame = new Adu(1, Adu.NO_UNIT, new byte[0], heartbeat);
        assertEquals(0x17, envelope.reply(frame)[4]);
        assertTrue(envelope.remedy(new byte[0]).contains("calls itself 1700000001"));
        assertTrue(envelope.refusal("link", REQUEST, frame).isEmpty());
    }

    /** 8 bits are few: what is just ahead of us would be taken for ours when we get there. */
    @Test
    void anotherClientsNumbersAreAvoided() {
        int ours = SolarmanFrame.sequence(envelope.pack(1, 1, READ));
        envelope.reply(answer(ours + 3, SERIAL));
        assertEquals(ours, envelope.number(1), "the answer that is waited for stays ours");
        int next = SolarmanFrame.sequence(envelope.pack(2, 1, READ));
        assertEquals((ours + 1 + 128) & 0xFF, next);
        envelope.reply(answer(ours + 4, SERIAL));
        assertEquals((next + 1) & 0xFF, SolarmanFrame.sequence(envelope.pack(3, 1, READ)));
    }

    @Test
    void ourOwnAnswersAndLateOnesMoveNothing() {
        int ours = SolarmanFrame.sequence(envelope.pack(1, 1, READ));
        envelope.reply(answer(ours, SERIAL));
        envelope.reply(answer(ours - 1, SERIAL));
        assertEquals(ours + 1, SolarmanFrame.sequence(envelope.pack(2, 1, READ)));
    }

    private static Adu answer(int sequence, long serial) {
        byte[] frame = SolarmanFrame.answer(sequence, 1, serial, 9, RtuFramer.frame(1, VALUE));
        return new SolarmanFramer(PduLength.ANSWER).feed(frame, frame.length).get(0);
    }
}
