package io.wattwire.publish.givtcp.control;

import com.google.gson.JsonObject;
import java.util.Optional;
import java.util.Set;

/** The inverters that are published. Implementations are thread-safe and never wait. */
public interface Inverters {

    /**
     * Those that have told who they are.
     *
     * @return their serial numbers
     */
    Set<String> serials();

    /**
     * The asset that an inverter's values come from.
     *
     * @param serial its serial number; any text
     * @return the asset's {@code kura.service.pid}; empty when there is no such inverter
     */
    Optional<String> asset(String serial);

    /**
     * GivTCP's structure of an inverter, as REST answers it.
     *
     * @param serial its serial number; any text
     * @return empty when there is no such inverter
     */
    Optional<JsonObject> data(String serial);
}
