package io.wattwire.cli.commission;

import io.wattwire.device.link.LinkException;
import io.wattwire.device.model.DeviceFamily;
import io.wattwire.device.model.Identity;
import io.wattwire.device.model.PointControl;
import io.wattwire.device.model.Reading;
import io.wattwire.device.session.DeviceSession;
import io.wattwire.device.session.WriteRefused;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * The devices at the end of their links. Used by one thread, but for {@link #end} and {@link
 * #release}.
 */
public final class SessionSubject implements Subject, AutoCloseable {

    private static final String POWER = "inverter_power";
    private static final String LIMIT = "inverter_power_limit";
    private static final String GRID = "grid_power";
    private static final String RATED = "inverter_rated_power";

    private final DeviceFamily inverterFamily;
    private final DeviceFamily meterFamily;
    private final Supplier<DeviceSession> opener;
    private final DeviceSession meter;
    private final DeviceSession.Prepared meterValues;
    private final LongSupplier nanos;
    private volatile boolean ended;
    private volatile DeviceSession inverter;
    private DeviceSession.Prepared inverterValues;

    /**
     * Opens nothing before the first question.
     *
     * @param inverterFamily what the inverter is
     * @param inverter opens a session with it that may write
     * @param meterFamily what the meter is
     * @param meter opens a session with it that reads
     * @param nanos the monotonic clock
     */
    public SessionSubject(
            DeviceFamily inverterFamily,
            Supplier<DeviceSession> inverter,
            DeviceFamily meterFamily,
            Supplier<DeviceSession> meter,
            LongSupplier nanos) {
        this.inverterFamily = inverterFamily;
        this.meterFamily = meterFamily;
        this.opener = inverter;
        this.meter = meter.get();
        this.meterValues = this.meter.prepare(List.of(GRID));
        this.nanos = nanos;
        comeBack();
    }

    @Override
    public Nameplate nameplate() throws TrialException {
        try {
            Identity who = inverter.identity();
            Identity measures = meter.identity();
            List<Reading> figures =
                    inverter.prepare(List.of(RATED, LIMIT + "_min", LIMIT + "_step", LIMIT)).read();
            PointControl control = control(who);
            return new Nameplate(
                    named(inverterFamily, who),
                    named(meterFamily, measures),
                    number(figures.get(0)),
                    number(figures.get(1)),
                    number(figures.get(2)),
                    control.failSafeClass().name(),
                    control.failSafeNote());
        } catch (LinkException e) {
            throw new TrialException(e.getMessage(), e);
        }
    }

    private PointControl control(Identity who) throws TrialException {
        Optional<PointControl> control =
                inverterFamily.controls().stream()
                        .filter(each -> each.point().equals(LIMIT))
                        .filter(
                                each ->
                                        each.models().isEmpty()
                                                || each.models().contains(who.model()))
                        .findFirst();
        return control.orElseThrow(
                () ->
                        new TrialException(
                                named(inverterFamily, who)
                                        + " has no "
                                        + LIMIT
                                        + " that could be stepped; a device that limits by itself"
                                        + " is set with mode = delegate and only watched",
                                null));
    }

    private static String named(DeviceFamily family, Identity who) {
        String model = who.model().isEmpty() ? "model not known" : who.model();
        String firmware = who.firmware().isEmpty() ? "" : ", firmware " + who.firmware();
        return family.title() + " (" + model + firmware + ")";
    }

    @Override
    public Look look() {
        List<Reading> own = inverterValues == null ? List.of() : inverterValues.read();
        double grid = number(meterValues.read().get(0));
        return new Look(
                nanos.getAsLong(),
                own.isEmpty() ? Double.NaN : number(own.get(0)),
                own.isEmpty() ? Double.NaN : number(own.get(1)),
                grid);
    }

    private static double number(Reading reading) {
        return reading.good() && reading.value() instanceof Number number
                ? number.doubleValue()
                : Double.NaN;
    }

    @Override
    public void limit(double watts) throws TrialException {
        if (ended) {
            throw new TrialException("ended early", null);
        }
        try {
            inverter.write(LIMIT, watts);
        } catch (WriteRefused | LinkException e) {
            throw new TrialException(e.getMessage(), e);
        }
    }

    @Override
    public void end() {
        ended = true;
    }

    @Override
    public void leave() {
        inverterValues = null;
        inverter.close();
    }

    @Override
    public void comeBack() {
        inverter = opener.get();
        inverterValues = inverter.prepare(List.of(POWER, LIMIT));
    }

    @Override
    public void release() throws TrialException {
        try {
            inverter.release();
        } catch (WriteRefused | LinkException e) {
            throw new TrialException(e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        inverter.close();
        meter.close();
    }
}
