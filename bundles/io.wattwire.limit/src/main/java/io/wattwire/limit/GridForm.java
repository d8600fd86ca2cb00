package io.wattwire.limit;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Option;

/** The meter at the connection, and what is believed of it. */
interface GridForm {

    @AttributeDefinition(
            name = "Grid power from",
            description = "asset/channel; W, + import, - export.",
            defaultValue = Defaults.GRID_SOURCE)
    String grid_source();

    @AttributeDefinition(
            name = "Grid reading too old after (s)",
            description = "Then the fall-back applies at once; 1 to 10.",
            defaultValue = Defaults.GRID_STALE_S)
    double grid_stale_s();

    @AttributeDefinition(
            name = "Grid reading frozen after (s)",
            description =
                    "How long the meter may show exactly the same value; 5 to 3600. A meter with"
                            + " whole watts needs more than one with decimals.",
            defaultValue = Defaults.GRID_FROZEN_S)
    double grid_frozen_s();

    @AttributeDefinition(
            name = "Largest grid power (W)",
            description = "What the main fuses let through. Twice as much is not believed.",
            defaultValue = Defaults.GRID_MAX_W)
    double grid_max_w();

    @AttributeDefinition(
            name = "Phase rule",
            description =
                    "sum: all phases together are bounded. worst: each phase by a third of the"
                            + " allowed export; needs grid_power_l1.. of the meter.",
            defaultValue = Defaults.PHASE_RULE,
            options = {
                @Option(label = "sum", value = "sum"),
                @Option(label = "worst", value = "worst")
            })
    String phase_rule();
}
