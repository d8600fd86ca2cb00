package io.wattwire.limit;

import io.wattwire.device.wire.PropertyReader;
import io.wattwire.limit.supervisor.Scheme;
import io.wattwire.limit.supervisor.SupervisorSettings;
import io.wattwire.limit.supervisor.SupervisorSettings.Bound;

/** Reads what was agreed with the network operator. */
final class SupervisorParser {

    private static final double LARGEST_W = 10_000_000;
    private static final double LARGEST_A = 100_000;
    private static final double TOLERANCE_W = 50;
    private static final double TOLERANCE_A = 0.25;

    /** Whether and how the connection is supervised. */
    private enum Supervision {
        OFF,
        DOMESTIC,
        COMMERCIAL
    }

    private final PropertyReader reader;

    SupervisorParser(PropertyReader reader) {
        this.reader = reader;
    }

    SupervisorSettings parse(long staleNanos) {
        Supervision kind = reader.choice("supervision", Defaults.SUPERVISION, Supervision.class);
        double phases = reader.number("connection.phases", Defaults.PHASES, 1, 3);
        Bound exported = new Bound(power("export.limit.w"), current("export.limit.a"));
        Bound imported = new Bound(power("import.limit.w"), current("import.limit.a"));
        if (phases != Math.rint(phases)) {
            reader.problem("connection.phases is " + phases + "; write 1 or 3");
        }
        if (kind == Supervision.OFF) {
            return SupervisorSettings.OFF;
        }
        return new SupervisorSettings(
                true,
                kind == Supervision.DOMESTIC ? Scheme.DOMESTIC : Scheme.COMMERCIAL,
                (int) phases,
                exported,
                imported,
                TOLERANCE_W,
                TOLERANCE_A,
                staleNanos);
    }

    private double power(String key) {
        return reader.optional(key, Double.POSITIVE_INFINITY, 0, LARGEST_W);
    }

    private double current(String key) {
        return reader.optional(key, Double.POSITIVE_INFINITY, 0, LARGEST_A);
    }
}
