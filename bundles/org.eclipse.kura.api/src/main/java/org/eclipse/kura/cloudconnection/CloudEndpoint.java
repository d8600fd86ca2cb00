package org.eclipse.kura.cloudconnection;

import java.util.Map;
import org.eclipse.kura.KuraException;
import org.eclipse.kura.cloudconnection.listener.CloudDeliveryListener;
import org.eclipse.kura.cloudconnection.message.KuraMessage;
import org.eclipse.kura.cloudconnection.subscriber.listener.CloudSubscriberListener;
import org.osgi.annotation.versioning.ProviderType;

/** The gateway's end of a cloud connection; publishers and subscribers sit on top of it. */
@ProviderType
public interface CloudEndpoint {
    /**
     * Hands a message on to be sent; it may be stored until there is a connection.
     *
     * @param message the message, not null
     * @return an id to match with its confirmation, or null if none will come
     * @throws KuraException if it was not taken
     */
    String publish(KuraMessage message) throws KuraException;

    /**
     * Subscribes.
     *
     * @param subscriptionProperties what to subscribe to, as the platform understands it, not null
     * @param subscriber takes the messages, not null
     */
    void registerSubscriber(
            Map<String, Object> subscriptionProperties, CloudSubscriberListener subscriber);

    /**
     * Ends the subscriptions of a listener.
     *
     * @param subscriber the same object that was registered, not null
     */
    void unregisterSubscriber(CloudSubscriberListener subscriber);

    /** {@return facts about the endpoint to show, empty by default} */
    default Map<String, String> getInfo() {
        return Map.of();
    }

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
