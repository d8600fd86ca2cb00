package io.wattwire.device.frame;

import com.code_intelligence.jazzer.junit.FuzzTest;

/** Modbus TCP, which has no checksum: the length holds, and who loses it says so. */
class MbapFuzz {

    private static final byte[] GOOD = MbapFramer.frame(1, 1, new byte[] {3, 2, 0, 7});

    @FuzzTest(maxDuration = "60s")
    void anyBytes(byte[] data) {
        Stream.check(
                new MbapFramer(),
                data,
                GOOD,
                raw -> Stream.word(raw, 2) == 0 && Stream.word(raw, 4) + 6 == raw.length);
    }
}
