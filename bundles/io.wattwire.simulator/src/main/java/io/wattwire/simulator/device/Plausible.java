package io.wattwire.simulator.device;

import io.wattwire.device.model.Access;
import io.wattwire.device.model.Register;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a register of a healthy device in a house shows at noon, told by its unit and its name. What
 * common points say of it is set later; here all else gets a value that nobody stumbles over.
 */
final class Plausible {

    static final double RATED_W = 5_000;
    static final double MAINS_V = 230;
    static final double BATTERY_V = 51.2;
    static final double STRING_V = 380;

    private static final double FULL_PERCENT = 100;

    /** States that a device is in while all is well, the best first. */
    private static final List<Pattern> WELL =
            List.of(
                    words("normal|no (fault|alarm|error|warning)s?|none|ok"),
                    words(
                            "running|run|on[- ]?grid.*|grid[- ]connected.*|generating|mppt|inverting"),
                    words("grid|online|connected|active|available|present|on|yes|enabled"));

    /** Settings that no healthy device has off. */
    private static final Pattern JOINED = words("connect(ed)?");

    private static final Pattern TROUBLE =
            Pattern.compile(".*(alarm|fault|error|warn|event|lost|missing).*");
    private static final Pattern MOST =
            Pattern.compile(".*(rated|nominal|max|limit|derating|power_rate|upper|high).*");
    private static final Pattern LEAST = Pattern.compile(".*(min|lower|low|reserve|cut_?off).*");
    private static final Pattern BATTERY =
            Pattern.compile(".*(batt?|bms|pack|storage|cell|dc_).*|bat.*");

    private Plausible() {}

    private static Pattern words(String alternatives) {
        return Pattern.compile(alternatives, Pattern.CASE_INSENSITIVE);
    }

    /** An engineering value as {@link Register#encodeNearest} takes it. */
    static Object of(Register register) {
        if (!register.labels().isEmpty() && register.type().numeric() && !isBits(register)) {
            return state(register);
        }
        return switch (register.type().encoding()) {
            case BOOL -> false;
            case BITS -> 0L;
            case STRING -> text(register);
            case HHMM, HHMM_DECIMAL -> "12:00";
            case DATETIME -> "2026-06-21T12:00:00";
            default -> withinRange(register, number(register));
        };
    }

    private static boolean isBits(Register register) {
        return switch (register.type().encoding()) {
            case BITS, BOOL -> true;
            default -> false;
        };
    }

    /** A setting is off, or what has the least number; what is shown says that all is well. */
    private static Object state(Register register) {
        for (Pattern well : register.access() == Access.R ? WELL : List.of(JOINED)) {
            Optional<String> label =
                    register.labels().values().stream()
                            .filter(text -> well.matcher(text).matches())
                            .findFirst();
            if (label.isPresent()) {
                return label.get();
            }
        }
        return register.labels().get(register.labels().firstKey());
    }

    private static String text(Register register) {
        int room = 2 * register.type().words();
        String name = register.name();
        String text = "SIMULATED";
        if (name.contains("serial") || name.endsWith("_sn")) {
            text = "0123456789AB";
        } else if (name.contains("version") || name.contains("firmware")) {
            text = "V1.00";
        }
        return text.substring(0, Math.min(room, text.length()));
    }

    private static double withinRange(Register register, double value) {
        if (register.access() == Access.R) {
            return value;
        }
        double least = register.min().orElse(Double.NEGATIVE_INFINITY);
        double most = register.max().orElse(Double.POSITIVE_INFINITY);
        return Math.max(least, Math.min(most, setting(register, value)));
    }

    /** Limits are open, lower bounds low, and nothing is commanded. */
    private static double setting(Register register, double value) {
        String name = register.name();
        boolean power = register.unit().matches("k?(W|VA)");
        boolean bounds = power || register.unit().matches("[%A]");
        if (LEAST.matcher(name).matches()) {
            return register.min().orElse(value);
        }
        if (MOST.matcher(name).matches()) {
            return bounds ? register.max().orElse(value) : value;
        }
        return power || register.access() == Access.W ? 0 : value;
    }

    private static double number(Register register) {
        String name = register.name().toLowerCase(Locale.ROOT);
        return switch (register.unit()) {
            case "V" -> volts(name);
            case "mV" -> volts(name) * 1_000;
            case "A" -> 3.2;
            case "mA" -> 12;
            case "Hz" -> 50;
            case "degC" -> 32;
            case "%" -> percent(name);
            case "W", "VA" -> watts(name);
            case "kW", "kVA" -> watts(name) / 1_000;
            case "var" -> 20;
            case "kvar" -> 0.02;
            case "kWh", "kvarh", "kVAh" -> kilowattHours(name);
            case "Wh", "varh", "VAh" -> kilowattHours(name) * 1_000;
            case "Ah" -> 200;
            case "" -> counted(name);
            default -> 60;
        };
    }

    private static double volts(String name) {
        if (name.contains("cell")) {
            return 3.3;
        }
        if (name.matches(".*(pv|mppt|string|tracker).*")) {
            return STRING_V;
        }
        if (name.contains("bus")) {
            return 650;
        }
        if (BATTERY.matcher(name).matches()) {
            return BATTERY_V;
        }
        boolean phases = name.matches(".*(l1_?l2|l2_?l3|l3_?l1|_ab|_bc|_ca|line_to_line).*");
        return phases ? Math.rint(MAINS_V * Math.sqrt(3)) : MAINS_V;
    }

    private static double percent(String name) {
        if (name.matches(".*(soh|health|efficiency).*")) {
            return 98;
        }
        return MOST.matcher(name).matches() ? FULL_PERCENT : PowerBalance.START_SOC;
    }

    private static double watts(String name) {
        return MOST.matcher(name).matches() ? RATED_W : 250;
    }

    private static double kilowattHours(String name) {
        if (name.matches(".*(today|daily|day).*")) {
            return 12.3;
        }
        return name.matches(".*(month).*") ? 250 : 3_100;
    }

    private static double counted(String name) {
        if (TROUBLE.matcher(name).matches()) {
            return 0;
        }
        return name.matches(".*(phases|phase_count).*") ? 3 : 1;
    }
}
