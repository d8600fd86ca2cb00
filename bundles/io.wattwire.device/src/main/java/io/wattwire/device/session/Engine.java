package io.wattwire.device.session;

import io.wattwire.device.link.LinkPool;
import io.wattwire.device.model.CommonPoints;
import io.wattwire.device.model.DeviceFamily;
import io.wattwire.device.model.Expression;
import io.wattwire.device.model.Identity;
import io.wattwire.device.model.Operation;
import io.wattwire.device.model.Point;
import io.wattwire.device.model.PointControl;
import io.wattwire.device.model.RegisterTable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/** The parts of one session, wired to each other. */
final class Engine {

    private static final String RATED_POWER = "inverter_rated_power";

    /** What an inverter may still have generated when it was last heard before the night. */
    private static final double DUSK_WATTS = 100;

    final SessionSettings settings;
    final DeviceFamily family;
    final LongSupplier clock;
    final LinkWatch watch;
    final DeviceLink link;
    final ServiceUnits units;
    final Samples samples;
    final Planning planning;
    final BlockReader reader;
    final PartProbe parts;
    final Map<String, Object> overrides;
    final Recognition recognition;
    final ModelCheck modelCheck;
    final WriteGuard guard;
    final BatteryGuard battery;
    final RegisterWriter writer;
    final SetPoints setPoints;
    final ReentrantLock writing = new ReentrantLock(true);
    final Haste haste;
    final SlowWarning warning;
    private final SavedSettings saved;
    private final long opened;

    Engine(
            DeviceFamily family,
            SessionSettings settings,
            String owner,
            StateStore state,
            LinkPool pool,
            LongSupplier nanos,
            LongSupplier millis) {
        this.settings = settings;
        this.family = family;
        clock = nanos;
        opened = nanos.getAsLong();
        watch = new LinkWatch(owner, settings.isControlled(), this::isSunDown, nanos);
        units = new ServiceUnits(family, settings);
        PartWatch partWatch = new PartWatch(owner, settings.isControlled(), watch, nanos);
        link = new DeviceLink(owner, settings, family, pool, watch, partWatch);
        samples = new Samples(nanos, millis, watch::connections);
        planning = new Planning(family.rules(), units, link::cost, watch::connections);
        reader =
                new BlockReader(link, samples, planning, units, new PresenceCheck(family, samples));
        parts = new PartProbe(samples, planning, reader, settings.readDeadline());
        overrides = overrides(family, settings);
        recognition =
                new Recognition(
                        owner,
                        family,
                        settings,
                        samples,
                        planning,
                        reader,
                        layout(family, settings.unit()),
                        lexicon(
                                new Elsewhere(family, "", family.table()),
                                family.controls(),
                                family.operations(),
                                Map.of()),
                        this::lexicon);
        modelCheck = new ModelCheck(owner, family, settings, samples, planning, reader);
        guard = new WriteGuard(settings);
        Wear wear = new Wear(state, nanos, millis);
        writer =
                new RegisterWriter(
                        link,
                        samples,
                        reader,
                        wear,
                        new AuditLog(owner),
                        units,
                        family.joinsWrites(),
                        family.checksWrites());
        saved = new SavedSettings(state);
        warning = new SlowWarning(owner, settings.isControlled());
        haste = new Haste(link, watch, settings.writeDeadline(), writing);
        battery = new BatteryGuard(settings.battery(), samples, reader);
        setPoints =
                new SetPoints(owner, settings, watch, nanos, saved, battery, haste, this::sequence);
    }

    ControlSequence sequence(Lexicon lexicon) {
        ControlReading reading = new ControlReading(lexicon, samples, reader, overrides);
        return new ControlSequence(lexicon, samples, reading, writer, guard, saved);
    }

    /** The owner's rated power stands in the place of each register that would tell it. */
    private static Map<String, Object> overrides(DeviceFamily family, SessionSettings settings) {
        if (settings.ratedPowerW().isEmpty()) {
            return Map.of();
        }
        Map<String, Object> overrides = new HashMap<>();
        Object watts = settings.ratedPowerW().getAsDouble();
        overrides.put(RATED_POWER, watts);
        for (Point point : family.table().points()) {
            if (point.name().equals(RATED_POWER) && passesOn(point.value(), watts)) {
                point.value().registers().forEach(register -> overrides.put(register, watts));
            }
        }
        return Map.copyOf(overrides);
    }

    /**
     * Whether an expression is one register and no more than that, as {@code rated} or {@code rated
     * * 1}.
     */
    private static boolean passesOn(Expression expression, Object value) {
        return expression.registers().size() == 1
                && expression.evaluate(register -> Optional.of(value)).equals(Optional.of(value));
    }

    private LayoutSearch layout(DeviceFamily of, int unit) {
        return of.layout()
                .map(layout -> new LayoutSearch(layout, unit, link, reader, samples))
                .orElse(null);
    }

    private Lexicon lexicon(Identity identity, RegisterTable all) {
        RegisterTable table = all.forModel(identity.model());
        List<PointControl> controls =
                family.controls().stream()
                        .filter(
                                control ->
                                        control.models().isEmpty()
                                                || control.models().contains(identity.model()))
                        .filter(control -> isThere(control, table))
                        .toList();
        return lexicon(
                new Elsewhere(family, identity.model(), table),
                controls,
                family.operations(identity.model()),
                rating(identity));
    }

    /** What the device's type says where no register does. */
    private Map<String, Object> rating(Identity identity) {
        boolean told = family.table().points().stream().anyMatch(p -> p.name().equals(RATED_POWER));
        return told || identity.ratedPowerW().isEmpty()
                ? Map.of()
                : Map.of(RATED_POWER, identity.ratedPowerW().getAsDouble());
    }

    /** A device may lack the block of a control that its model usually has. */
    private static boolean isThere(PointControl control, RegisterTable table) {
        return control.readBackRegisters().stream()
                .allMatch(name -> table.register(name).isPresent());
    }

    private Lexicon lexicon(
            Elsewhere elsewhere,
            List<PointControl> controls,
            List<Operation> operations,
            Map<String, Object> rating) {
        RegisterTable seen = elsewhere.seen(settings.role(), settings.invert(), settings.phase());
        Map<String, Object> given = ownersBattery();
        given.putAll(rating);
        return new Lexicon(seen, elsewhere, controls, operations, sources(), given, opened);
    }

    private Map<String, Subject> sources() {
        Map<String, Subject> sources = new HashMap<>();
        source(sources, "link_state", () -> watch.state().text());
        source(sources, "link_last_error", watch::lastError);
        source(sources, "link_round_trip_ms", () -> health().roundTripMillis());
        source(sources, "link_age_ms", watch::ageMillis);
        if (overrides.containsKey(RATED_POWER)) {
            source(sources, RATED_POWER, () -> overrides.get(RATED_POWER));
        }
        return sources;
    }

    /** What the owner says of the battery's points. */
    Map<String, Object> ownersBattery() {
        BatteryBounds bounds = settings.battery();
        Map<String, Object> given = new TreeMap<>();
        bounds.capacityKwh().ifPresent(kwh -> given.put("battery_capacity", kwh));
        bounds.maxChargeW().ifPresent(watts -> given.put("battery_max_charge_power", watts));
        bounds.maxDischargeW().ifPresent(watts -> given.put("battery_max_discharge_power", watts));
        return given;
    }

    private static void source(Map<String, Subject> sources, String name, Supplier<Object> value) {
        String unit = CommonPoints.find(name).map(point -> point.unit()).orElse("");
        sources.put(name, new Subject.OfSource(name, unit, value));
    }

    Health health() {
        return new Health(
                watch.state(),
                watch.lastError(),
                link.turnaround().toNanos() / 1e6,
                watch.ageMillis(),
                setPoints.defence().restarts());
    }

    /** A PV inverter that was hardly generating when it was last heard has gone to sleep. */
    private boolean isSunDown() {
        if (!family.sleepsAtNight()) {
            return false;
        }
        OptionalDouble last = lastPower();
        return last.isPresent() && last.getAsDouble() < DUSK_WATTS;
    }

    private OptionalDouble lastPower() {
        View latest = new View(samples, 0, "", overrides);
        for (String point : List.of("inverter_power", "pv_power")) {
            Object value = recognition.known().lexicon().subject(point).value(latest).orElse(null);
            if (value instanceof Number watts) {
                return OptionalDouble.of(watts.doubleValue());
            }
        }
        return OptionalDouble.empty();
    }
}
