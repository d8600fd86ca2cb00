package io.wattwire.publish.prometheus;

import io.wattwire.device.model.CommonPoint;
import io.wattwire.device.model.CommonPoints;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A family of series.
 *
 * @param name as Prometheus wants it
 * @param help in one line
 * @param counter whether it only rises, except when a device is exchanged
 */
record Metric(String name, String help, boolean counter) {

    private static final String PREFIX = "wattwire_";

    /** The words of the common vocabulary that are counters. */
    private static final Pattern ENERGY =
            Pattern.compile(".*_energy_(import|export|charged|discharged|total)");

    private static final Pattern ENDING = Pattern.compile("_(ms|total)$");

    static final Metric TEXT =
            new Metric(PREFIX + "text_info", "what a device says in words", false);

    static Metric own(String name, String help) {
        return new Metric(PREFIX + name, help, name.endsWith("_total"));
    }

    /**
     * Of a channel that the common vocabulary has, or whose unit is known; what else a device tells
     * has one family for each unit, since vendors' names mean nothing to anybody else.
     */
    static Metric of(String channel, Unit unit) {
        Optional<CommonPoint> common = CommonPoints.find(channel);
        if (common.isEmpty() || unit == null) {
            return new Metric(
                    PREFIX + "value" + (unit == null ? "" : unit.suffix()),
                    "a register in the vendor's words",
                    false);
        }
        boolean counter = ENERGY.matcher(channel).matches();
        String name = ENDING.matcher(channel).replaceFirst("") + unit.suffix();
        return new Metric(
                PREFIX + name + (counter ? "_total" : ""),
                common.get().meaning().replace("0 to 100", "0 to 1"),
                counter);
    }
}
