package io.wattwire.limit;

import io.wattwire.limit.law.LimitSettings;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * The end of a limit: nobody regulates afterwards, so the last command has to be one that is safe
 * without a meter. Asked for by one thread, carried out by the limit's own.
 */
final class Ending {

    private static final long LONGEST_MS = 1000;

    private final CountDownLatch told = new CountDownLatch(1);
    private volatile boolean asked;

    /** Any thread. */
    void ask() {
        asked = true;
    }

    boolean asked() {
        return asked;
    }

    /** {@return whether there is nothing left to be told} */
    boolean over() {
        return told.getCount() == 0;
    }

    void done() {
        told.countDown();
    }

    /**
     * Asks for it and waits for it, a second at most.
     *
     * @param wake of the limit's thread
     * @return whether the last command went out in time
     */
    boolean tell(Runnable wake) {
        ask();
        wake.run();
        try {
            return told.await(LONGEST_MS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Settings under which nothing opens: each limit is the fall-back, or lower where it was. */
    static LimitSettings closed(LimitSettings settings) {
        return new LimitSettings(
                true,
                settings.units(),
                settings.site(),
                settings.bounds(),
                settings.pace(),
                settings.trust());
    }
}
