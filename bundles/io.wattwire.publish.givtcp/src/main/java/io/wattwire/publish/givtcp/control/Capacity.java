package io.wattwire.publish.givtcp.control;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.Map;
import java.util.OptionalDouble;

/** Finds the battery's nominal capacity in GivTCP's structure, where version 3 counts by it. */
final class Capacity {

    private static final String KEY = "Battery_Capacity_kWh";
    private static final double WH = 1000;

    private Capacity() {}

    /** In Wh; version 3 has it a level deeper, under the inverter's serial number. */
    static OptionalDouble of(JsonObject data) {
        for (Map.Entry<String, JsonElement> each : data.entrySet()) {
            JsonElement value = each.getValue();
            if (each.getKey().equals(KEY)) {
                return value.isJsonPrimitive() && value.getAsJsonPrimitive().isNumber()
                        ? OptionalDouble.of(value.getAsDouble() * WH)
                        : OptionalDouble.empty();
            }
            OptionalDouble below =
                    value.isJsonObject() ? of(value.getAsJsonObject()) : OptionalDouble.empty();
            if (below.isPresent()) {
                return below;
            }
        }
        return OptionalDouble.empty();
    }
}
