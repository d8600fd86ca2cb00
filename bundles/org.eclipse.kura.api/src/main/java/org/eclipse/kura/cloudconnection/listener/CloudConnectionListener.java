package org.eclipse.kura.cloudconnection.listener;

import org.osgi.annotation.versioning.ConsumerType;

/** Hears about a connection, on the connection's thread: return soon. */
@ConsumerType
public interface CloudConnectionListener {
    /** The connection was closed on purpose. */
    void onDisconnected();

    /** The connection broke. */
    void onConnectionLost();

    /** The connection is there. */
    void onConnectionEstablished();
}
