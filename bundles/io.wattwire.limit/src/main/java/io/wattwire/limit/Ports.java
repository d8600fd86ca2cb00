package io.wattwire.limit;

import java.util.Map;
import org.eclipse.kura.type.TypedValue;

/** Where the limit's records go. Both calls may block as long as a receiver does. */
interface Ports {

    /**
     * @param number of the inverter, from 1
     */
    void inverter(int number, Map<String, TypedValue<?>> command);

    void status(Map<String, TypedValue<?>> status);
}
