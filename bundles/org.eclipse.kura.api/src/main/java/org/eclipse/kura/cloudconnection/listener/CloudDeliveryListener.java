package org.eclipse.kura.cloudconnection.listener;

import org.osgi.annotation.versioning.ConsumerType;

/** Hears about delivery, on the connection's thread: return soon. */
@ConsumerType
@FunctionalInterface
public interface CloudDeliveryListener {
    /**
     * A message has arrived at the platform.
     *
     * @param messageId the id that publishing it returned
     */
    void onMessageConfirmed(String messageId);
}
