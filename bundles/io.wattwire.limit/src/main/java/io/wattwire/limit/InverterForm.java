package io.wattwire.limit;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.AttributeType;
import org.osgi.service.metatype.annotations.Option;

/** The inverters: where they are read, what they can, and how they are commanded. */
interface InverterForm {

    @AttributeDefinition(
            name = "Inverter power from",
            description = "asset/channel; W on the AC side, + generating.",
            defaultValue = Defaults.INVERTER_SOURCE)
    String inverter_source();

    @AttributeDefinition(
            name = "Read-back from",
            description =
                    "asset/channel; the limit that the device says it obeys, W. The rated power,"
                            + " minimum and step are read beside it.",
            defaultValue = Defaults.READ_BACK_SOURCE)
    String readback_source();

    @AttributeDefinition(
            name = "Fail-safe class of the inverter",
            description =
                    "What it does when this gateway vanishes. A: lowers its limit by itself. B: its"
                            + " own meter guards the grid. C: nothing, the last limit stays.",
            defaultValue = Defaults.FAIL_SAFE_CLASS,
            type = AttributeType.STRING,
            options = {
                @Option(label = "A", value = "A"),
                @Option(label = "B", value = "B"),
                @Option(label = "C", value = "C")
            })
    String fail_safe_class();

    @AttributeDefinition(
            name = "Cap of the first inverter (W)",
            description = "Its limit alone never exceeds it. Empty: the rated power.",
            required = false)
    double inverter_cap_w();

    @AttributeDefinition(
            name = "More inverters|TextArea",
            description =
                    "A line for each further inverter: its asset, then what differs, as"
                            + " 'roof cap=3680 class=A'. Words: power, readback, mode, class, cap,"
                            + " rated, minimum, step, phase. The inverter of line 1 is written by port 2.",
            required = false)
    String more_inverters();

    @AttributeDefinition(
            name = "Sharing",
            description =
                    "How several inverters share the limit. rating: in proportion to their rated"
                            + " power. priority: the first one first, then the lines in their"
                            + " order.",
            defaultValue = Defaults.SHARING,
            options = {
                @Option(label = "rating", value = "rating"),
                @Option(label = "priority", value = "priority")
            })
    String sharing();

    @AttributeDefinition(
            name = "Rise (% of rated power per s)",
            description = "How fast the limit may rise; 0.1 to 50. It falls at once.",
            defaultValue = Defaults.RISE_PERCENT_PER_S)
    double rise_percent_per_s();

    @AttributeDefinition(
            name = "Write spacing (s)",
            description = "Between a write and a following rise; 0.2 to 30. Falls never wait.",
            defaultValue = Defaults.WRITE_SPACING_S)
    double write_spacing_s();

    @AttributeDefinition(
            name = "Keep-alive (s)",
            description =
                    "An unchanged limit is written again after this; 1 to 50. At most a third of"
                            + " the inverter's own watchdog.",
            defaultValue = Defaults.KEEP_ALIVE_S)
    double keep_alive_s();

    @AttributeDefinition(
            name = "Inverter reading too old after (s)",
            description = "Then the fall-back applies; 2 to 60.",
            defaultValue = Defaults.INVERTER_STALE_S)
    double inverter_stale_s();

    @AttributeDefinition(
            name = "Read-back too old after (s)",
            description = "Then the fall-back applies; 5 to 300.",
            defaultValue = Defaults.READ_BACK_STALE_S)
    double readback_stale_s();

    @AttributeDefinition(
            name = "Rated power (W)",
            description = "Empty: the inverter is asked.",
            required = false)
    double rated_w();

    @AttributeDefinition(
            name = "Minimum (W)",
            description = "Smallest limit above zero. Empty: the inverter is asked.",
            required = false)
    double minimum_w();

    @AttributeDefinition(
            name = "Step (W)",
            description = "Width of one step of the limit. Empty: the inverter is asked.",
            required = false)
    double step_w();

    @AttributeDefinition(
            name = "Phase of the first inverter",
            description = "1, 2 or 3; 0 or empty: all of them. Only used with phase rule worst.",
            required = false)
    int inverter_phase();
}
