package io.wattwire.publish.givtcp.data;

import com.google.gson.JsonObject;
import io.wattwire.publish.Sample;
import io.wattwire.publish.control.Plant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The inverters whose values came in, each with what is known of it now. Thread-safe. */
public final class Fleet {

    /**
     * An empty fleet.
     *
     * @param form whose spelling
     * @param raw whether the values are added as the registers have them
     * @param plant knows whose values they are
     */
    public Fleet(Form form, boolean raw, Plant plant) {}

    /**
     * Takes values.
     *
     * @param samples in their order
     */
    public synchronized void take(List<Sample> samples) {}

    /**
     * The inverters that have told their serial number.
     *
     * @return in the order they came
     */
    public synchronized Set<String> serials() {
        return Set.of();
    }

    /**
     * The asset through which an inverter is commanded.
     *
     * @param serial its serial number
     * @return the asset's {@code kura.service.pid}; empty when there is no such inverter
     */
    public synchronized Optional<String> asset(String serial) {
        return Optional.empty();
    }

    /**
     * The nested structure of GivTCP, as its REST answers it.
     *
     * @param serial of the inverter
     * @return empty when there is no such inverter
     */
    public synchronized Optional<JsonObject> data(String serial) {
        return Optional.empty();
    }
}
