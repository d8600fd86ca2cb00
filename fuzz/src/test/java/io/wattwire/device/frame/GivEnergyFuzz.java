package io.wattwire.device.frame;

import com.code_intelligence.jazzer.junit.FuzzTest;

/** Answers of a dongle; the checksum covers what is behind the envelope. */
class GivEnergyFuzz {

    private static final byte[] GOOD =
            GivEnergyMessage.answer(
                    GivEnergyMessage.request(0x11, new byte[] {3, 0, 0, 0, 1}),
                    "WF1234G567",
                    "SA1234G567",
                    0x11,
                    new byte[] {3, 2, 0, 7});

    @FuzzTest(maxDuration = "60s")
    void anyBytes(byte[] data) {
        Stream.check(
                new GivEnergyFramer(PduLength.ANSWER),
                data,
                GOOD,
                raw -> Stream.crc(raw, 26, raw.length) == 0);
    }
}
