package io.wattwire.standalone.cloud;

import java.util.Set;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.function.Consumer;
import org.eclipse.kura.cloudconnection.listener.CloudConnectionListener;
import org.eclipse.kura.cloudconnection.listener.CloudDeliveryListener;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Who wants to know of a connection. One that fails does not keep the others from hearing. */
final class Listeners {
    private static final Logger LOG = LoggerFactory.getLogger(Listeners.class);

    private final String pid;
    private final Set<CloudConnectionListener> connection = new CopyOnWriteArraySet<>();
    private final Set<CloudDeliveryListener> delivery = new CopyOnWriteArraySet<>();

    Listeners(String pid) {
        this.pid = pid;
    }

    Set<CloudConnectionListener> connection() {
        return connection;
    }

    Set<CloudDeliveryListener> delivery() {
        return delivery;
    }

    void established() {
        tell(connection, CloudConnectionListener::onConnectionEstablished);
    }

    void lost() {
        tell(connection, CloudConnectionListener::onConnectionLost);
    }

    void confirmed(long id) {
        tell(delivery, listener -> listener.onMessageConfirmed(String.valueOf(id)));
    }

    private <T> void tell(Set<T> listeners, Consumer<T> event) {
        for (T listener : listeners) {
            try {
                event.accept(listener);
            } catch (RuntimeException | Error e) { // a listener must not stop the sending
                LOG.warn("{}: a listener failed", pid, e);
            }
        }
    }
}
