package io.wattwire.publish.givtcp;

import com.google.gson.JsonObject;
import io.wattwire.publish.givtcp.control.Inverters;
import io.wattwire.publish.givtcp.data.Fleet;
import java.util.Optional;
import java.util.Set;

/** Those whose values came in. */
record FleetInverters(Fleet fleet) implements Inverters {

    @Override
    public Set<String> serials() {
        return fleet.serials();
    }

    @Override
    public Optional<String> asset(String serial) {
        return fleet.asset(serial);
    }

    @Override
    public Optional<JsonObject> data(String serial) {
        return fleet.data(serial);
    }
}
