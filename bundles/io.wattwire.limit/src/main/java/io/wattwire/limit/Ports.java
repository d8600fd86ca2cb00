package io.wattwire.limit;

import java.util.Map;
import org.eclipse.kura.type.TypedValue;

/** Where the limit's records go. Both calls may block as long as a receiver does. */
interface Ports {

    /**
     * @param port of an inverter, from 1 on, or of the battery, after the last inverter
     */
    void device(int port, Map<String, TypedValue<?>> command);

    void status(Map<String, TypedValue<?>> status);
}
