package io.wattwire.device.session;

import io.wattwire.device.model.Access;
import io.wattwire.device.model.Identity;
import io.wattwire.device.model.Operation;
import io.wattwire.device.model.Point;
import io.wattwire.device.model.PointControl;
import io.wattwire.device.model.Register;
import io.wattwire.device.model.Values;
import io.wattwire.device.model.WriteRole;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * The rules that stand between a wanted value and the wire. Each refusal says in one sentence why,
 * and what to do.
 */
final class WriteGuard {

    private static final Set<String> CAPPED = Set.of("inverter_power_limit", "grid_export_limit");

    private final SessionSettings settings;

    WriteGuard(SessionSettings settings) {
        this.settings = settings;
    }

    void allowWriting() throws WriteRefused {
        if (!settings.writeEnabled()) {
            throw new WriteRefused(
                    "writing to this device is off; set write.enabled on its driver to allow it");
        }
    }

    void allowModel(Identity identity) throws WriteRefused {
        if (!identity.recognised() && !settings.writeUnrecognised()) {
            throw new WriteRefused(
                    "the device is no model that its driver knows, so a write could do harm; set"
                            + " the model, or write.unrecognised if you know that it is compatible");
        }
    }

    /** What the device says against the model in the settings; empty for nothing. */
    void allowModel(String contradiction) throws WriteRefused {
        if (!contradiction.isEmpty() && !settings.writeUnrecognised()) {
            throw new WriteRefused(
                    contradiction
                            + "; or set write.unrecognised if you know that they are compatible");
        }
    }

    /** Whether this register may be written by whoever writes here. */
    void allow(Register register) throws WriteRefused {
        if (register.access() == Access.R) {
            throw new WriteRefused(
                    register.name() + " is read-only; write a register or point that takes values");
        }
        if (register.role() == WriteRole.NEVER) {
            String note = register.note().isEmpty() ? "" : " (" + register.note() + ")";
            throw new WriteRefused(
                    register.name()
                            + " is never written from here"
                            + note
                            + "; use the device's own means");
        }
        allow(register.name(), register.role());
    }

    /** Whether this may be commanded by whoever writes here. */
    void allow(Operation operation) throws WriteRefused {
        allow(operation.name(), operation.role());
    }

    private void allow(String name, WriteRole role) throws WriteRefused {
        if (role == WriteRole.INSTALLER && settings.writeAs() != WriteRole.INSTALLER) {
            throw new WriteRefused(
                    name
                            + " is for installers; set installer.writes on the driver if you are"
                            + " one");
        }
    }

    /**
     * A cap would be worthless if the registers behind the capped points could be written past it.
     */
    void allowBesideCap(Register register, List<PointControl> controls) throws WriteRefused {
        if (settings.installerCapW().isEmpty()) {
            return;
        }
        for (PointControl control : controls) {
            if (isLimit(control)
                    && (control.saved().contains(register.name())
                            || control.readBackRegisters().contains(register.name()))) {
                throw new WriteRefused(
                        register.name()
                                + " is behind "
                                + control.point()
                                + ", which the installer capped; write "
                                + control.point());
            }
        }
    }

    static WriteRefused readOnly(Point point) {
        return new WriteRefused(
                point.name() + " is read-only; write a register or point that takes values");
    }

    /** Not a number and endless ones mean nothing to a device, not even as text. */
    static void allowFinite(String name, Object value) throws WriteRefused {
        if (value instanceof Number) {
            number(name, value);
        }
    }

    static double number(String name, Object value) throws WriteRefused {
        double number;
        try {
            number =
                    value instanceof Number given
                            ? given.doubleValue()
                            : Double.parseDouble(String.valueOf(value).strip());
        } catch (NumberFormatException text) {
            number = Double.NaN;
        }
        if (!Double.isFinite(number)) {
            throw new WriteRefused(
                    name
                            + " takes a finite number and not '"
                            + value
                            + "'; write for example 1500");
        }
        return number;
    }

    /** Whether a point bounds power: what never rises by itself. */
    static boolean isLimit(PointControl control) {
        return CAPPED.contains(control.point());
    }

    /** The installer's cap on a point in W; empty where none holds. */
    OptionalDouble cap(PointControl control) {
        return isLimit(control) ? settings.installerCapW() : OptionalDouble.empty();
    }

    /**
     * What of a wanted value is sent. A limit of 0 stops the device and is never refused, as a
     * refused fall would leave the higher limit standing; a limit above the device's most is
     * lowered to it. Anything else outside what the device obeys is refused.
     */
    double inRange(PointControl control, String unit, double wanted, Values known)
            throws WriteRefused {
        boolean limit = isLimit(control);
        if (limit && wanted == 0) {
            return wanted;
        }
        double noise = 1e-6 * Math.max(1, Math.abs(wanted));
        OptionalDouble least = control.minimum(known);
        if (least.isPresent() && wanted < least.getAsDouble() - noise) {
            throw outside(control, unit, wanted, "least", least.getAsDouble());
        }
        OptionalDouble most = control.maximum(known);
        if (most.isPresent() && wanted > most.getAsDouble() + noise) {
            if (limit) {
                return most.getAsDouble();
            }
            throw outside(control, unit, wanted, "most", most.getAsDouble());
        }
        return wanted;
    }

    private static WriteRefused outside(
            PointControl control, String unit, double wanted, String which, double bound) {
        return new WriteRefused(
                control.point()
                        + " cannot be "
                        + wanted
                        + " "
                        + unit
                        + ": the "
                        + which
                        + " that this device obeys is "
                        + bound
                        + " "
                        + unit
                        + "; write that"
                        + (isLimit(control) ? ", or 0 to stop it" : ""));
    }
}
