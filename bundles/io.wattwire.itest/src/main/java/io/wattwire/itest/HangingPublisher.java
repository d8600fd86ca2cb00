package io.wattwire.itest;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.kura.cloudconnection.listener.CloudConnectionListener;
import org.eclipse.kura.cloudconnection.listener.CloudDeliveryListener;
import org.eclipse.kura.cloudconnection.message.KuraMessage;
import org.eclipse.kura.cloudconnection.publisher.CloudPublisher;

/** Somebody else's publisher that hangs for 10 s with each message. */
final class HangingPublisher implements CloudPublisher {
    private static final long HANGS_S = 10;

    private final CountDownLatch never = new CountDownLatch(1);
    private final AtomicInteger hanging = new AtomicInteger();

    /** Whether somebody waits for it now. */
    boolean isHanging() {
        return hanging.get() > 0;
    }

    @Override
    public String publish(KuraMessage message) {
        hanging.incrementAndGet();
        try {
            never.await(HANGS_S, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // the graph ends
        } finally {
            hanging.decrementAndGet();
        }
        return "lost";
    }

    @Override
    public void registerCloudConnectionListener(CloudConnectionListener listener) {
        // nothing is ever connected
    }

    @Override
    public void unregisterCloudConnectionListener(CloudConnectionListener listener) {
        // as above
    }

    @Override
    public void registerCloudDeliveryListener(CloudDeliveryListener listener) {
        // nothing is ever delivered
    }

    @Override
    public void unregisterCloudDeliveryListener(CloudDeliveryListener listener) {
        // as above
    }
}
