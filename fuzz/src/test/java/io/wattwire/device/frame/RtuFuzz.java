package io.wattwire.device.frame;

import com.code_intelligence.jazzer.junit.FuzzTest;

/** Answers on a serial line. */
class RtuFuzz {

    private static final byte[] GOOD = RtuFramer.frame(1, new byte[] {3, 2, 0, 7});

    @FuzzTest(maxDuration = "60s")
    void anyBytes(byte[] data) {
        Stream.check(
                new RtuFramer(PduLength.ANSWER),
                data,
                GOOD,
                raw -> Stream.crc(raw, 0, raw.length) == 0);
    }
}
