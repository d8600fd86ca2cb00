package org.eclipse.kura.cloudconnection.subscriber;

import org.eclipse.kura.cloudconnection.listener.CloudConnectionListener;
import org.eclipse.kura.cloudconnection.subscriber.listener.CloudSubscriberListener;
import org.osgi.annotation.versioning.ProviderType;

/** Receives messages that its configuration selects. */
@ProviderType
public interface CloudSubscriber {
    /**
     * Hands messages to a listener from now on.
     *
     * @param listener the listener, not null
     */
    void registerCloudSubscriberListener(CloudSubscriberListener listener);

    /**
     * Stops handing messages to a listener.
     *
     * @param listener the same object that was registered, not null
     */
    void unregisterCloudSubscriberListener(CloudSubscriberListener listener);

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
}
