package io.wattwire.limit;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.AttributeType;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.osgi.service.metatype.annotations.Option;

/** The form that Kura shows. Nothing of it is enforced there: {@link SettingsParser} checks. */
@ObjectClassDefinition(
        id = DynamicLimit.PID,
        name = "Wattwire dynamic limit",
        description =
                "Limits inverters so that no more than the allowed power is exported. Starts at"
                        + " the fall-back and returns to it when a reading is missing, old, frozen"
                        + " or absurd. Not a certified export limiter.")
@interface Configuration {

    @AttributeDefinition(
            name = "Mode",
            description =
                    "regulate: this gateway computes the inverter's limit at each reading."
                            + " delegate: the device limits the export with its own meter; the"
                            + " limit is set once and watched.",
            defaultValue = Defaults.MODE,
            options = {
                @Option(label = "regulate", value = "regulate"),
                @Option(label = "delegate", value = "delegate")
            })
    String mode();

    @AttributeDefinition(
            name = "Shadow mode",
            description =
                    "On: everything is computed and told, nothing is written. For a first week"
                            + " beside another limiter.",
            required = false,
            defaultValue = "false")
    boolean shadow();

    @AttributeDefinition(
            name = "Allowed export (W)",
            description = "What may flow into the grid. Negative: at least so much is imported.",
            defaultValue = Defaults.ALLOWED_EXPORT_W)
    double allowed_export_w();

    @AttributeDefinition(
            name = "Fall-back (W)",
            description =
                    "Limit without a trusted meter. Empty: the allowed export, which is safe"
                            + " whatever the house takes. Not above it.",
            required = false)
    double fallback_w();

    @AttributeDefinition(
            name = "Installer's cap (W)",
            description =
                    "The limits of all inverters together never exceed it. Empty: the rated power.",
            required = false)
    double installer_cap_w();

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
            name = "Below the inverter's minimum",
            description =
                    "stop: the export bound wins, the inverter is told 0 W and may take minutes to"
                            + " come back. hold: it goes on at its minimum, which may be exported.",
            defaultValue = Defaults.BELOW_MINIMUM,
            options = {
                @Option(label = "stop", value = "stop"),
                @Option(label = "hold", value = "hold")
            })
    String below_minimum();

    @AttributeDefinition(
            name = "Margin (W)",
            description = "Kept free below the allowed export.",
            defaultValue = Defaults.MARGIN_W)
    double margin_w();

    @AttributeDefinition(
            name = "Dead band (W)",
            description = "Smaller changes are left alone.",
            defaultValue = Defaults.DEAD_BAND_W)
    double dead_band_w();

    @AttributeDefinition(
            name = "Grid power from",
            description = "asset/channel; W, + import, - export.",
            defaultValue = Defaults.GRID_SOURCE)
    String grid_source();

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
            name = "Incoming set-point from",
            description =
                    "asset/channel of a further limit in W, for example from a grid operator."
                            + " Empty: none. When it is set and missing, the fall-back applies.",
            required = false)
    String setpoint_source();

    @AttributeDefinition(
            name = "Set-point valid for (s)",
            description = "After that an incoming set-point counts as missing; 1 to 3600.",
            defaultValue = Defaults.SETPOINT_VALID_S)
    double setpoint_valid_s();

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
            name = "Phase of the first inverter",
            description = "1, 2 or 3; 0 or empty: all of them. Only used with phase rule worst.",
            required = false)
    int inverter_phase();

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

    @AttributeDefinition(
            name = "Incoming allowed export from",
            description =
                    "asset/channel of an allowed export in W, as from a tariff. Only ever lowers"
                            + " it; old or missing, the stricter of its last value and the fall-back"
                            + " applies. Empty: none.",
            required = false)
    String target_source();

    @AttributeDefinition(
            name = "Schedule|TextArea",
            description =
                    "Allowed export by local time, a line each, as 06:00 0 and 20:00 3680. Only"
                            + " ever lowers it. Empty: none.",
            required = false)
    String schedule();

    @AttributeDefinition(
            name = "Energy budget (kWh)",
            description =
                    "The allowed export holds only after so much more was exported than imported."
                            + " Counted here, so that a new meter changes nothing. Empty: it always"
                            + " holds.",
            required = false)
    double energy_budget_kwh();

    @AttributeDefinition(
            name = "Energy budget: free again below (kWh)",
            description = "Net export at which the bound ends. Empty: half of the budget.",
            required = false)
    double energy_resume_kwh();

    @AttributeDefinition(
            name = "Energy budget: export while it lasts (W)",
            description = "Empty: as much as there is.",
            required = false)
    double energy_free_export_w();

    @AttributeDefinition(
            name = "Battery's role",
            description =
                    "seen: part of the house. first: inverters run free as far as the battery takes"
                            + " what they generate. control: its set-point is written through the"
                            + " port after the last inverter's. first_and_control: both.",
            defaultValue = Defaults.BATTERY_ROLE,
            options = {
                @Option(label = "seen", value = "seen"),
                @Option(label = "first", value = "first"),
                @Option(label = "control", value = "control"),
                @Option(label = "first_and_control", value = "first_and_control")
            })
    String battery_role();

    @AttributeDefinition(
            name = "Battery power from",
            description =
                    "asset/channel; W, + charging. State of charge and what it can take and give"
                            + " are read beside it; what is not known counts as nothing.",
            required = false)
    String battery_source();

    @AttributeDefinition(
            name = "Battery full at (%)",
            description = "From this state of charge on it counts as full.",
            defaultValue = Defaults.BATTERY_FULL_SOC)
    double battery_full_soc();

    @AttributeDefinition(
            name = "Battery not full again at (%)",
            description = "Below the one above.",
            defaultValue = Defaults.BATTERY_AGAIN_SOC)
    double battery_again_soc();

    @AttributeDefinition(
            name = "Left to the battery inverter (W)",
            description = "The last of what the battery could take is its own loop's.",
            defaultValue = Defaults.BATTERY_RESERVE_W)
    double battery_reserve_w();

    @AttributeDefinition(
            name = "Supervision",
            description =
                    "Watches the connection beside the limit as EREC G100 describes it: 15 s beyond"
                            + " an agreed limit count, 60 s or too many lock everything out until a"
                            + " reset. domestic: the owner may reset, an installer after three"
                            + " lock-outs in 30 days. commercial: anybody after four hours.",
            defaultValue = Defaults.SUPERVISION,
            options = {
                @Option(label = "off", value = "off"),
                @Option(label = "domestic", value = "domestic"),
                @Option(label = "commercial", value = "commercial")
            })
    String supervision();

    @AttributeDefinition(
            name = "Phases of the connection",
            description = "1 or 3. Three phases are supervised by their currents.",
            defaultValue = Defaults.PHASES,
            options = {@Option(label = "1", value = "1"), @Option(label = "3", value = "3")})
    int connection_phases();

    @AttributeDefinition(
            name = "Agreed export limit (W)",
            description = "Supervised power, all phases together. Empty: none.",
            required = false)
    double export_limit_w();

    @AttributeDefinition(
            name = "Agreed export limit (A per phase)",
            description = "Supervised current; needs grid_current_l1.. of the meter. Empty: none.",
            required = false)
    double export_limit_a();

    @AttributeDefinition(
            name = "Agreed import limit (W)",
            description = "Supervised power, all phases together. Empty: none.",
            required = false)
    double import_limit_w();

    @AttributeDefinition(
            name = "Agreed import limit (A per phase)",
            description = "Supervised current; needs grid_current_l1.. of the meter. Empty: none.",
            required = false)
    double import_limit_a();

    @AttributeDefinition(
            name = "Ledger (MiB)",
            description =
                    "Each decision is kept with its inputs and reasons, the oldest go first. 0: no"
                            + " ledger. A change counts from the next start.",
            defaultValue = Defaults.LEDGER_MIB)
    int ledger_mib();

    @AttributeDefinition(
            name = "Command",
            description =
                    "Carried out once, when it is changed while the limit runs. reset: end a"
                            + " lock-out, as the owner, or as the installer with the PIN. seal: keep"
                            + " these settings, whatever is entered here later. unseal: ends that.",
            defaultValue = Defaults.COMMAND,
            options = {
                @Option(label = "none", value = "none"),
                @Option(label = "reset", value = "reset"),
                @Option(label = "seal", value = "seal"),
                @Option(label = "unseal", value = "unseal")
            })
    String command();

    @AttributeDefinition(
            name = "Installer's PIN",
            description =
                    "For a command: 6 to 64 characters. Clear it afterwards; it is checked only"
                            + " with the command.",
            required = false,
            type = AttributeType.PASSWORD)
    String installer_pin();
}
