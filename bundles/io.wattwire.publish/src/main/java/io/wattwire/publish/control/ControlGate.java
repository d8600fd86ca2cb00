package io.wattwire.publish.control;

import io.wattwire.publish.control.ControlResult.Kind;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.eclipse.kura.KuraException;
import org.eclipse.kura.asset.Asset;
import org.eclipse.kura.channel.ChannelFlag;
import org.eclipse.kura.channel.ChannelRecord;
import org.eclipse.kura.channel.ChannelStatus;
import org.eclipse.kura.type.TypedValue;

/**
 * The one way in for commands from outside. A command passes when its point is listed by the owner,
 * its register or point is of role owner, its value is in the table's and the owner's range, it is
 * not retained, the point takes another command this minute, and nothing on this gateway commands
 * it itself. Then it is written through the asset; the driver's own guards (write.enabled, model,
 * caps) stay in force behind it.
 *
 * <p>Who speaks for whom is checked before: by the broker, or with a {@link Credential}.
 *
 * <p>Each command on a listed point leaves one line of audit; beyond the rate limit, and for points
 * that are not listed, only the first of its kind is said. Thread-safe; a call ends when the asset
 * does, which is three times the driver's read deadline.
 */
public final class ControlGate {

    private static final long MINUTE_NANOS = 60_000_000_000L;

    private final ControlRules rules;
    private final Plant plant;
    private final Commanders commanders;
    private final LongSupplier nanoClock;
    private final ControlLog log;
    private final Map<ControlPoint, Allowance> allowances = new HashMap<>();

    /** What a point may still take; refilled as time passes. */
    private static final class Allowance {
        private double left;
        private long at;
    }

    /**
     * Makes a gate.
     *
     * @param owner the component's {@code kura.service.pid}, for log and audit
     * @param rules what the owner allows
     * @param plant the gateway's assets
     * @param nanoClock monotonic nanoseconds, {@code System::nanoTime}
     */
    public ControlGate(String owner, ControlRules rules, Plant plant, LongSupplier nanoClock) {
        this.rules = Objects.requireNonNull(rules, "rules");
        this.plant = Objects.requireNonNull(plant, "plant");
        this.commanders = new Commanders(plant);
        this.nanoClock = Objects.requireNonNull(nanoClock, "nanoClock");
        this.log = new ControlLog(owner);
    }

    /**
     * Carries a command out, or says why not.
     *
     * @param request as it came
     * @return the result, when the device has it
     */
    public ControlResult command(ControlRequest request) {
        Optional<ControlPoint> point =
                ControlPoint.parse(request.point()).filter(it -> rules.bounds(it).isPresent());
        if (point.isEmpty()) {
            return once(
                    Kind.UNLISTED,
                    "unlisted",
                    "'"
                            + ControlLog.shown(request.point())
                            + "' is not commanded from outside; the owner lists what is in"
                            + " control.points");
        }
        if (request.retained()) {
            return once(
                    Kind.REFUSED,
                    "retained " + point.get(),
                    point.get()
                            + ": a retained command is ignored, nobody knows how old it is; publish"
                            + " without retain and clear the topic");
        }
        if (!allowed(point.get())) {
            return once(
                    Kind.TOO_MANY,
                    "rate " + point.get(),
                    point.get()
                            + " takes "
                            + rules.perMinute()
                            + " commands per minute; wait a while");
        }
        return carryOut(point.get(), request);
    }

    private ControlResult once(Kind kind, String told, String reason) {
        log.refusedOnce(told, reason);
        return ControlResult.refused(kind, reason);
    }

    private synchronized boolean allowed(ControlPoint point) {
        long now = nanoClock.getAsLong();
        Allowance allowance = allowances.get(point);
        if (allowance == null) {
            allowance = new Allowance();
            allowance.left = rules.perMinute();
            allowances.put(point, allowance);
        } else {
            double more = (double) (now - allowance.at) * rules.perMinute() / MINUTE_NANOS;
            allowance.left = Math.min(rules.perMinute(), allowance.left + Math.max(0, more));
        }
        allowance.at = now;
        if (allowance.left < 1) {
            return false;
        }
        allowance.left -= 1;
        return true;
    }

    private ControlResult carryOut(ControlPoint point, ControlRequest request) {
        ControlResult result;
        try {
            Writable writable = Writable.find(plant, point, rules.bounds(point).orElseThrow());
            TypedValue<?> value = ControlValue.of(writable, request.value());
            Optional<String> commander = commanders.of(writable);
            if (commander.isPresent()) {
                result = ControlResult.refused(Kind.COMMANDED, commanded(point, commander.get()));
            } else {
                write(writable, value);
                result = ControlResult.DONE;
            }
        } catch (ControlRefused refused) {
            result = ControlResult.refused(refused.getMessage());
        } catch (RuntimeException defect) {
            log.defect(point, defect);
            result = ControlResult.refused(point + ": a defect, see the log: " + defect);
        }
        log.audit(point, request, result);
        return result;
    }

    private static String commanded(ControlPoint point, String commander) {
        return point
                + " is commanded by "
                + commander
                + " on this gateway, which would undo it within a second; take the point off"
                + " control.points, or give "
                + commander
                + " a bound from outside (target.source, setpoint.source)";
    }

    private void write(Writable writable, TypedValue<?> value) throws ControlRefused {
        ControlPoint point = writable.point();
        Asset asset =
                plant.asset(point.asset())
                        .orElseThrow(
                                () -> new ControlRefused("there is no asset " + point.asset()));
        ChannelRecord command = writable.channel().createWriteRecord(value);
        try {
            asset.write(List.of(command));
        } catch (KuraException lost) {
            throw new ControlRefused(point + ": " + reason(command).orElse(lost.getMessage()));
        }
        Optional<String> failed = reason(command);
        if (failed.isPresent()) {
            throw new ControlRefused(point + ": " + failed.get());
        }
    }

    /** Why a write failed; empty when it did not. */
    private static Optional<String> reason(ChannelRecord command) {
        ChannelStatus status = command.getChannelStatus();
        if (status == null) {
            return Optional.of("the driver said nothing about the write");
        }
        if (status.getChannelFlag() == ChannelFlag.SUCCESS) {
            return Optional.empty();
        }
        String message = status.getExceptionMessage();
        return Optional.of(message == null ? "the write failed" : message);
    }
}
