package io.wattwire.limit;

import io.wattwire.device.wire.PropertyReader;
import io.wattwire.device.wire.RefusedException;
import io.wattwire.device.wire.Source;
import io.wattwire.limit.law.Figures;
import io.wattwire.limit.law.LimitSettings;
import io.wattwire.limit.law.LimitSettings.BelowMinimum;
import io.wattwire.limit.law.LimitSettings.Bounds;
import io.wattwire.limit.law.LimitSettings.Mode;
import io.wattwire.limit.law.LimitSettings.Pace;
import io.wattwire.limit.law.LimitSettings.Trust;
import io.wattwire.limit.law.Slot;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Turns configuration properties into settings, or says all that is wrong with them. */
final class SettingsParser {

    private static final double LOWEST_EXPORT_W = -100_000;
    private static final double LARGEST_MARGIN_W = 5_000;
    private static final double LARGEST_LEDGER_MIB = 10_000;
    private static final int GOOD_READINGS = 3;
    private static final long RISE_DELAY_NANOS = 2_000_000_000L;

    private final PropertyReader reader;

    private SettingsParser(Map<String, Object> properties) {
        this.reader = new PropertyReader(properties);
    }

    static Chosen parse(Map<String, Object> properties) throws RefusedException {
        SettingsParser parser = new SettingsParser(properties);
        Chosen chosen = parser.chosen();
        SettingsChecks.run(parser.reader, chosen);
        if (!parser.reader.problems().isEmpty()) {
            throw new RefusedException(parser.reader.problems());
        }
        return chosen;
    }

    /**
     * Settings for a first start with a refused configuration: nothing is allowed out, and the
     * limit never opens. Only the choices that decide what is written are kept, if they can be
     * read.
     */
    static Chosen closed(Map<String, Object> properties) {
        PropertyReader readable = new PropertyReader(properties);
        Map<String, Object> kept = new HashMap<>();
        kept.put("mode", readable.choice("mode", Defaults.MODE, Mode.class));
        kept.put(
                "below.minimum",
                readable.choice("below.minimum", Defaults.BELOW_MINIMUM, BelowMinimum.class));
        // whoever asked for nothing to be written does not get a write because of a wrong figure
        kept.put("shadow", "true".equals(shadowText(readable)) ? "true" : "false");
        Chosen safe = new SettingsParser(kept).chosen();
        LimitSettings open = safe.settings();
        LimitSettings refused =
                new LimitSettings(
                        true, open.units(), open.site(), open.bounds(), open.pace(), open.trust());
        return new Chosen(
                refused,
                safe.sources(),
                safe.supervisor(),
                safe.connection(),
                safe.shadow(),
                safe.ledgerMib());
    }

    private static String shadowText(PropertyReader reader) {
        return reader.text("shadow", "false").toLowerCase(Locale.ROOT);
    }

    private Chosen chosen() {
        UnitsParser units = UnitsParser.parse(reader);
        SiteParser site = SiteParser.parse(reader);
        Map<Slot, Source> sources = new HashMap<>(units.sources());
        sources.putAll(site.sources());
        Trust trust = trust();
        return new Chosen(
                new LimitSettings(false, units.units(), site.site(), bounds(), pace(), trust),
                Map.copyOf(sources),
                new SupervisorParser(reader).parse(trust.gridStaleNanos()),
                connection(site.grid()),
                shadow(),
                (int) reader.number("ledger.mib", Defaults.LEDGER_MIB, 0, LARGEST_LEDGER_MIB));
    }

    private boolean shadow() {
        String text = shadowText(reader);
        if (!text.equals("true") && !text.equals("false")) {
            reader.problem(
                    "shadow is '" + PropertyReader.shown(text) + "'; choose one of true, false");
        }
        return text.equals("true");
    }

    private static Map<GridInput, Source> connection(Source grid) {
        Map<GridInput, Source> connection = new EnumMap<>(GridInput.class);
        if (grid != null) {
            for (GridInput input : GridInput.values()) {
                connection.put(input, grid.sibling(input.channel()));
            }
        }
        return connection;
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
}
