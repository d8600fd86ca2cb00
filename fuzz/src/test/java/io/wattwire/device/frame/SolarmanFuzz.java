package io.wattwire.device.frame;

import com.code_intelligence.jazzer.junit.FuzzTest;

/** Answers of a logger. */
class SolarmanFuzz {

    private static final byte[] GOOD =
            SolarmanFrame.answer(
                    9, 1, 2_712_345_678L, 5, RtuFramer.frame(1, new byte[] {3, 2, 0, 7}));

    @FuzzTest(maxDuration = "60s")
    void anyBytes(byte[] data) {
        Stream.check(
                new SolarmanFramer(PduLength.ANSWER),
                data,
                GOOD,
                raw ->
                        raw[raw.length - 1] == 0x15
                                && (byte) Stream.sum(raw, 1, raw.length - 2)
                                        == raw[raw.length - 2]);
    }
}
