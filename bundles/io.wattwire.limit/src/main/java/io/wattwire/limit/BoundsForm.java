package io.wattwire.limit;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Option;

/** What may flow into the grid, and when. */
interface BoundsForm {

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
}
