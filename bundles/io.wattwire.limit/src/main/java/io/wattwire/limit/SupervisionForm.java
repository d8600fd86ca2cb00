package io.wattwire.limit;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.AttributeType;
import org.osgi.service.metatype.annotations.Option;

/** What watches the limit and keeps what it did, and the installer's commands. */
interface SupervisionForm {

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
