package org.eclipse.kura.cloudconnection.publisher;

import org.eclipse.kura.KuraException;
import org.eclipse.kura.cloudconnection.listener.CloudConnectionListener;
import org.eclipse.kura.cloudconnection.listener.CloudDeliveryListener;
import org.eclipse.kura.cloudconnection.message.KuraMessage;
import org.osgi.annotation.versioning.ProviderType;

/** Publishes messages in a way that its configuration says: topic, quality of service and so on. */
@ProviderType
public interface CloudPublisher {
    /**
     * Hands a message on to be sent; it may be stored until there is a connection.
     *
     * @param message the message, not null
     * @return an id to match with its confirmation, or null if none will come
     * @throws KuraException if it was not taken
     */
    String publish(KuraMessage message) throws KuraException;

    /**
     * Tells a listener about the connection from now on.
     *
     * @param cloudConnectionListener the listener, not null
     */
    void registerCloudConnectionListener(CloudConnectionListener cloudConnectionListener);

    /**
     * Stops telling a listener.
     *
     * @param cloudConnectionListener the same object that was registered, not null
     */
    void unregisterCloudConnectionListener(CloudConnectionListener cloudConnectionListener);

    /**
     * Tells a listener about delivery from now on.
     *
     * @param cloudDeliveryListener the listener, not null
     */
    void registerCloudDeliveryListener(CloudDeliveryListener cloudDeliveryListener);

    /**
     * Stops telling a listener.
     *
     * @param cloudDeliveryListener the same object that was registered, not null
     */
    void unregisterCloudDeliveryListener(CloudDeliveryListener cloudDeliveryListener);
}
