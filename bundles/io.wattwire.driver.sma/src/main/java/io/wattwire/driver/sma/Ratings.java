package io.wattwire.driver.sma;

import io.wattwire.device.model.Values;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/** What power the devices are built for. */
final class Ratings {

    /**
     * Sunny Island -11 does not tell its rating (30231); OpenEMS has these, in VA, and they are
     * taken as W.
     */
    private static final Map<String, Double> UNTOLD =
            Map.of(
                    "Sunny Island 3.0M-11", 2_300.0,
                    "Sunny Island 4.4M-11", 3_300.0,
                    "Sunny Island 6.0H-11", 4_600.0,
                    "Sunny Island 8.0H-11", 6_000.0);

    private static final String[] SLAVES = {"slave_1_serial_number", "slave_2_serial_number"};

    private Ratings() {}

    /**
     * The rating of the device that answers.
     *
     * @return in W, above 0; empty when it does not tell
     */
    static OptionalDouble ofOneDevice(Values values) {
        OptionalDouble told = values.number("maximum_active_power");
        if (told.orElse(0) > 0) {
            return told;
        }
        Double known =
                values.get("device_type").map(Object::toString).map(UNTOLD::get).orElse(null);
        return known == null ? OptionalDouble.empty() : OptionalDouble.of(known);
    }

    /**
     * The rating of all devices that obey together: the one that answers and the slaves of its
     * cluster. A rating from the settings is that of all.
     *
     * @return in W, above 0; empty when it is not known
     */
    static OptionalDouble ofCluster(Values values) {
        OptionalDouble set = values.number("inverter_rated_power");
        if (set.orElse(0) > 0) {
            return set;
        }
        long slaves = Stream.of(SLAVES).filter(slave -> values.number(slave).orElse(0) > 0).count();
        OptionalDouble one = ofOneDevice(values);
        return one.isPresent() ? OptionalDouble.of(one.getAsDouble() * (1 + slaves)) : one;
    }
}
