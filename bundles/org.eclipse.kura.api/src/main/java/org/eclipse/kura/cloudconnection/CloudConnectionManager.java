package org.eclipse.kura.cloudconnection;

import org.eclipse.kura.KuraConnectException;
import org.eclipse.kura.KuraDisconnectException;
import org.eclipse.kura.cloudconnection.listener.CloudConnectionListener;
import org.osgi.annotation.versioning.ProviderType;

/** Connects to a cloud platform and disconnects. */
@ProviderType
public interface CloudConnectionManager {
    /**
     * Connects; does nothing if connected.
     *
     * @throws KuraConnectException if it fails
     */
    void connect() throws KuraConnectException;

    /**
     * Disconnects; does nothing if not connected.
     *
     * @throws KuraDisconnectException if it fails
     */
    void disconnect() throws KuraDisconnectException;

    /** {@return whether there is a connection now} */
    boolean isConnected();

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
