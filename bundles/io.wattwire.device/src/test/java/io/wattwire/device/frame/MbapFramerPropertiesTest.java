package io.wattwire.device.frame;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class MbapFramerPropertiesTest {
    @Property(tries = 1000)
    void allFramesOfAStreamAreFoundHoweverItIsCut(
            @ForAll @Size(max = 8) List<@IntRange(min = 1, max = 253) Integer> lengths,
            @ForAll @IntRange(min = 1, max = 700) int piece) {
        byte[] stream = new byte[0];
        for (int i = 0; i < lengths.size(); i++) {
            byte[] frame = MbapFramer.frame(i, 1, new byte[lengths.get(i)]);
            stream = Arrays.copyOf(stream, stream.length + frame.length);
            System.arraycopy(frame, 0, stream, stream.length - frame.length, frame.length);
        }
        MbapFramer framer = new MbapFramer();
        List<Integer> found = new ArrayList<>();
        for (int at = 0; at < stream.length; at += piece) {
            byte[] part = Arrays.copyOfRange(stream, at, Math.min(stream.length, at + piece));
            framer.feed(part, part.length).forEach(adu -> found.add(adu.pdu().length));
        }
        assertEquals(lengths, found);
        assertFalse(framer.damaged());
    }

    @Property(tries = 1000)
    void noiseEndsInDamageOrWaitsButNeverFails(@ForAll @Size(max = 2000) byte[] noise) {
        for (Adu found : new MbapFramer().feed(noise, noise.length)) {
            assertTrue(found.pdu().length >= 1 && found.pdu().length <= 253);
        }
    }
}
