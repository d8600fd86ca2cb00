package io.wattwire.device.frame;

import com.code_intelligence.jazzer.junit.FuzzTest;

/** Answers on a line of CMS inverters. */
class CmsFuzz {

    private static final byte[] GOOD =
            CmsFrame.of(
                    1, CmsFrame.HOST, CmsFrame.REGISTER | CmsFrame.ANSWER, CmsFrame.ACKNOWLEDGED);

    @FuzzTest(maxDuration = "60s")
    void anyBytes(byte[] data) {
        Stream.check(
                new CmsFramer(true),
                data,
                GOOD,
                raw -> Stream.sum(raw, 0, raw.length - 2) == Stream.word(raw, raw.length - 2));
    }
}
