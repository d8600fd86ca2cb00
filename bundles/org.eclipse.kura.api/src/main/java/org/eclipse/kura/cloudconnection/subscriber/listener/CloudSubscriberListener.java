package org.eclipse.kura.cloudconnection.subscriber.listener;

import org.eclipse.kura.cloudconnection.message.KuraMessage;
import org.osgi.annotation.versioning.ConsumerType;

/** Takes messages of a subscription. */
@ConsumerType
@FunctionalInterface
public interface CloudSubscriberListener {
    /**
     * Takes a message, on the connection's thread: return soon.
     *
     * @param message the message, not null
     */
    void onMessageArrived(KuraMessage message);
}
