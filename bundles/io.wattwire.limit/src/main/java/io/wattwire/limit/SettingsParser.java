package io.wattwire.limit;

import io.wattwire.device.wire.PropertyReader;
import io.wattwire.device.wire.RefusedException;
import io.wattwire.device.wire.Source;
import io.wattwire.limit.law.FailSafeClass;
import io.wattwire.limit.law.Figures;
import io.wattwire.limit.law.Input;
import io.wattwire.limit.law.LimitSettings;
import io.wattwire.limit.law.LimitSettings.Balance;
import io.wattwire.limit.law.LimitSettings.Battery;
import io.wattwire.limit.law.LimitSettings.BelowMinimum;
import io.wattwire.limit.law.LimitSettings.Bounds;
import io.wattwire.limit.law.LimitSettings.Mode;
import io.wattwire.limit.law.LimitSettings.Pace;
import io.wattwire.limit.law.LimitSettings.PhaseRule;
import io.wattwire.limit.law.LimitSettings.Sharing;
import io.wattwire.limit.law.LimitSettings.Site;
import io.wattwire.limit.law.LimitSettings.Trust;
import io.wattwire.limit.law.LimitSettings.Unit;
import io.wattwire.limit.law.Slot;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Turns configuration properties into settings, or says all that is wrong with them. */
final class SettingsParser {

    /** Read beside the inverter's limit, unless the installer fixed the figure. */
    private static final String RATED_CHANNEL = "inverter_rated_power";

    private static final String MINIMUM_CHANNEL = "inverter_power_limit_min";
    private static final String STEP_CHANNEL = "inverter_power_limit_step";

    private static final double LOWEST_EXPORT_W = -100_000;
    private static final double LARGEST_MARGIN_W = 5_000;
    private static final int GOOD_READINGS = 3;
    private static final long RISE_DELAY_NANOS = 2_000_000_000L;

    private final PropertyReader reader;

    private SettingsParser(Map<String, Object> properties) {
        this.reader = new PropertyReader(properties);
    }

    static Chosen parse(Map<String, Object> properties) throws RefusedException {
        SettingsParser parser = new SettingsParser(properties);
        Chosen chosen = new Chosen(parser.settings(), parser.sources());
        parser.cross(chosen);
        if (!parser.reader.problems().isEmpty()) {
            throw new RefusedException(parser.reader.problems());
        }
        return chosen;
    }

    /**
     * Settings for a first start with a refused configuration: nothing is allowed out, and the
     * limit never opens. Only the two choices that decide what is written are kept, if they can be
     * read.
     */
    static Chosen closed(Map<String, Object> properties) {
        PropertyReader readable = new PropertyReader(properties);
        Map<String, Object> kept = new HashMap<>();
        kept.put("mode", readable.choice("mode", Defaults.MODE, Mode.class));
        kept.put(
                "below.minimum",
                readable.choice("below.minimum", Defaults.BELOW_MINIMUM, BelowMinimum.class));
        SettingsParser parser = new SettingsParser(kept);
        LimitSettings safe = parser.settings();
        LimitSettings refused =
                new LimitSettings(
                        true, safe.units(), safe.site(), safe.bounds(), safe.pace(), safe.trust());
        return new Chosen(refused, parser.sources());
    }

    private LimitSettings settings() {
        boolean setpoint = reader.source("setpoint.source", "") != null;
        return new LimitSettings(
                false,
                List.of(unit()),
                new Site(
                        Sharing.RATING,
                        PhaseRule.SUM,
                        setpoint,
                        false,
                        List.of(),
                        Balance.NONE,
                        Battery.NONE),
                bounds(),
                pace(),
                trust());
    }

    private Unit unit() {
        return new Unit(
                1,
                "inverter",
                reader.choice("mode", Defaults.MODE, Mode.class),
                fixed(),
                reader.choice("fail.safe.class", Defaults.FAIL_SAFE_CLASS, FailSafeClass.class),
                Double.POSITIVE_INFINITY,
                1,
                0);
    }

    private Map<Slot, Source> sources() {
        Map<Slot, Source> sources = new HashMap<>();
        put(sources, Slot.site(Input.GRID), reader.source("grid.source", Defaults.GRID_SOURCE));
        put(
                sources,
                new Slot(Input.INVERTER, 1),
                reader.source("inverter.source", Defaults.INVERTER_SOURCE));
        put(sources, Slot.site(Input.SETPOINT), reader.source("setpoint.source", ""));
        Source limit = reader.source("readback.source", Defaults.READ_BACK_SOURCE);
        if (limit != null) {
            sources.put(new Slot(Input.READ_BACK, 1), limit);
            sources.put(new Slot(Input.RATED, 1), limit.sibling(RATED_CHANNEL));
            sources.put(new Slot(Input.MINIMUM, 1), limit.sibling(MINIMUM_CHANNEL));
            sources.put(new Slot(Input.STEP, 1), limit.sibling(STEP_CHANNEL));
        }
        return Map.copyOf(sources);
    }

    private static void put(Map<Slot, Source> sources, Slot slot, Source source) {
        if (source != null) {
            sources.put(slot, source);
        }
    }

    private Bounds bounds() {
        double allowed =
                reader.number(
                        "allowed.export.w",
                        Defaults.ALLOWED_EXPORT_W,
                        LOWEST_EXPORT_W,
                        Figures.LARGEST_W);
        return new Bounds(
                allowed,
                reader.optional("fallback.w", Math.max(0, allowed), 0, Figures.LARGEST_W),
                reader.optional("installer.cap.w", Double.POSITIVE_INFINITY, 0, Figures.LARGEST_W),
                reader.choice("below.minimum", Defaults.BELOW_MINIMUM, BelowMinimum.class),
                reader.number("margin.w", Defaults.MARGIN_W, 0, LARGEST_MARGIN_W),
                reader.number("dead.band.w", Defaults.DEAD_BAND_W, 0, LARGEST_MARGIN_W));
    }

    private Pace pace() {
        return new Pace(
                reader.number("rise.percent.per.s", Defaults.RISE_PERCENT_PER_S, 0.1, 50) / 100,
                RISE_DELAY_NANOS,
                reader.nanos("write.spacing.s", Defaults.WRITE_SPACING_S, 0.2, 30),
                reader.nanos("keep.alive.s", Defaults.KEEP_ALIVE_S, 1, 50));
    }

    private Trust trust() {
        return new Trust(
                reader.nanos("grid.stale.s", Defaults.GRID_STALE_S, 1, 10),
                reader.nanos("inverter.stale.s", Defaults.INVERTER_STALE_S, 2, 60),
                reader.nanos("readback.stale.s", Defaults.READ_BACK_STALE_S, 5, 300),
                reader.nanos("setpoint.valid.s", Defaults.SETPOINT_VALID_S, 1, 3600),
                reader.nanos("grid.frozen.s", Defaults.GRID_FROZEN_S, 5, 3600),
                reader.number("grid.max.w", Defaults.GRID_MAX_W, 100, Figures.LARGEST_W),
                GOOD_READINGS);
    }

    private Figures fixed() {
        return new Figures(
                reader.optional("rated.w", Double.NaN, 1, Figures.LARGEST_W),
                reader.optional("minimum.w", Double.NaN, 0, Figures.LARGEST_W),
                reader.optional("step.w", Double.NaN, Figures.SMALLEST_STEP_W, Figures.LARGEST_W));
    }

    /** Settings that are right one by one and wrong together. */
    private void cross(Chosen chosen) {
        LimitSettings settings = chosen.settings();
        Bounds bounds = settings.bounds();
        Figures fixed = settings.units().get(0).fixed();
        refuse(
                bounds.fallbackW() > Math.max(0, bounds.allowedExportW()),
                "fallback.w is above allowed.export.w: without a meter nothing more is safe;"
                        + " lower it or leave it empty");
        refuse(
                bounds.belowMinimum() == BelowMinimum.HOLD
                        && fixed.minimumOrZero() > bounds.installerCapW(),
                "minimum.w is above installer.cap.w: the inverter cannot be held at its minimum;"
                        + " choose below.minimum = stop or a higher cap");
        refuse(fixed.minimumW() > fixed.ratedW(), "minimum.w is above rated.w");
        refuse(fixed.stepW() > fixed.ratedW(), "step.w is above rated.w");
        refuse(
                settings.pace().spacingNanos() >= settings.pace().keepAliveNanos(),
                "write.spacing.s must be shorter than keep.alive.s");
        refuse(
                settings.trust().gridFrozenNanos() <= settings.trust().gridStaleNanos(),
                "grid.frozen.s must be longer than grid.stale.s");
        crossSources(chosen);
    }

    private void crossSources(Chosen chosen) {
        long different = chosen.sources().values().stream().distinct().count();
        refuse(
                different < chosen.sources().size(),
                "two sources are the same channel: each needs its own");
        Source readBack = chosen.sources().get(new Slot(Input.READ_BACK, 1));
        Mode mode = chosen.settings().units().get(0).mode();
        boolean atGrid = readBack != null && readBack.channel().startsWith("grid_export_limit");
        refuse(
                mode == Mode.DELEGATE && !atGrid,
                "mode is delegate, so readback.source must be <asset>/grid_export_limit");
        refuse(
                mode == Mode.REGULATE && atGrid,
                "readback.source is a limit at the grid point; choose mode = delegate, or"
                        + " <asset>/inverter_power_limit");
    }

    private void refuse(boolean wrong, String why) {
        if (wrong) {
            reader.problem(why);
        }
    }
}
