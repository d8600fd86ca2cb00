package io.wattwire.limit;

import io.wattwire.device.wire.PropertyReader;
import io.wattwire.device.wire.Source;
import io.wattwire.limit.law.Figures;
import io.wattwire.limit.law.Input;
import io.wattwire.limit.law.LimitSettings.Balance;
import io.wattwire.limit.law.LimitSettings.Battery;
import io.wattwire.limit.law.LimitSettings.BatteryUse;
import io.wattwire.limit.law.LimitSettings.Entry;
import io.wattwire.limit.law.LimitSettings.PhaseRule;
import io.wattwire.limit.law.LimitSettings.Sharing;
import io.wattwire.limit.law.LimitSettings.Site;
import io.wattwire.limit.law.Slot;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads what concerns all inverters together: meter, targets, schedule, energy, battery. */
final class SiteParser {

    private static final Pattern LINE =
            Pattern.compile("([01]?\\d|2[0-3]):([0-5]\\d)\\s*[=\\s]\\s*(-?\\d{1,7})");
    private static final int MOST_LINES = 48;
    private static final double LARGEST_KWH = 100_000;

    /** What a battery is to the limit, as the form says it. */
    private enum BatteryRole {
        SEEN,
        FIRST,
        CONTROL,
        FIRST_AND_CONTROL
    }

    /** Read beside the grid's power where the meter has them. */
    private static final Map<Input, String> OF_GRID =
            Map.of(
                    Input.GRID_L1, "grid_power_l1",
                    Input.GRID_L2, "grid_power_l2",
                    Input.GRID_L3, "grid_power_l3",
                    Input.CONNECTED, "grid_connected",
                    Input.ENERGY_IMPORT, "grid_energy_import",
                    Input.ENERGY_EXPORT, "grid_energy_export");

    private static final Map<Input, String> OF_BATTERY =
            Map.of(
                    Input.BATTERY_MAX_CHARGE, "battery_max_charge_power",
                    Input.BATTERY_MAX_DISCHARGE, "battery_max_discharge_power",
                    Input.BATTERY_SOC, "battery_soc");

    private final PropertyReader reader;
    private final Map<Slot, Source> sources = new HashMap<>();
    private final Source grid;
    private Site site;

    private SiteParser(PropertyReader reader) {
        this.reader = reader;
        this.grid = reader.source("grid.source", Defaults.GRID_SOURCE);
    }

    static SiteParser parse(PropertyReader reader) {
        SiteParser parser = new SiteParser(reader);
        parser.put(Input.GRID, parser.grid);
        parser.beside(parser.grid, OF_GRID);
        parser.site =
                new Site(
                        reader.choice("sharing", Defaults.SHARING, Sharing.class),
                        reader.choice("phase.rule", Defaults.PHASE_RULE, PhaseRule.class),
                        parser.put(Input.SETPOINT, reader.source("setpoint.source", "")),
                        parser.put(Input.TARGET, reader.source("target.source", "")),
                        parser.schedule(),
                        parser.balance(),
                        parser.battery());
        return parser;
    }

    Site site() {
        return site;
    }

    Map<Slot, Source> sources() {
        return sources;
    }

    /** {@return the meter at the grid connection; null when it cannot be read} */
    Source grid() {
        return grid;
    }

    private boolean put(Input input, Source source) {
        if (source != null) {
            sources.put(Slot.site(input), source);
        }
        return source != null;
    }

    private void beside(Source source, Map<Input, String> channels) {
        if (source != null) {
            channels.forEach((input, channel) -> put(input, source.sibling(channel)));
        }
    }

    private List<Entry> schedule() {
        List<Entry> entries = new ArrayList<>();
        for (String line : reader.text("schedule", "").split("[;,\\r\\n]+")) {
            if (line.isBlank()) {
                continue;
            }
            Matcher matcher = LINE.matcher(line.trim());
            if (!matcher.matches()) {
                reader.problem(
                        "schedule has '"
                                + PropertyReader.shown(line.trim())
                                + "'; write a time and W, as 06:00 0");
                continue;
            }
            int hour = Integer.parseInt(matcher.group(1));
            int minute = Integer.parseInt(matcher.group(2));
            int second = (hour * 60 + minute) * 60;
            if (entries.stream().anyMatch(entry -> entry.secondOfDay() == second)) {
                reader.problem(
                        "schedule has " + matcher.group(1) + ":" + matcher.group(2) + " twice");
            }
            entries.add(new Entry(second, Double.parseDouble(matcher.group(3))));
        }
        if (entries.size() > MOST_LINES) {
            reader.problem("schedule has more than " + MOST_LINES + " lines");
        }
        entries.sort(Comparator.comparing(Entry::secondOfDay));
        return List.copyOf(entries);
    }

    private Balance balance() {
        double budget = reader.optional("energy.budget.kwh", Double.NaN, 0.01, LARGEST_KWH);
        double resume = reader.optional("energy.resume.kwh", budget / 2, 0, LARGEST_KWH);
        double free =
                reader.optional("energy.free.export.w", Figures.LARGEST_W, 0, Figures.LARGEST_W);
        if (Double.isNaN(budget)) {
            return Balance.NONE;
        }
        if (resume >= budget) {
            reader.problem("energy.resume.kwh must be less than energy.budget.kwh");
        }
        return new Balance(true, -budget, -resume, free);
    }

    private Battery battery() {
        BatteryRole role = reader.choice("battery.role", Defaults.BATTERY_ROLE, BatteryRole.class);
        double full = reader.number("battery.full.soc", Defaults.BATTERY_FULL_SOC, 1, 100);
        double again = reader.number("battery.again.soc", Defaults.BATTERY_AGAIN_SOC, 0, 99);
        double reserve = reader.number("battery.reserve.w", Defaults.BATTERY_RESERVE_W, 0, 5_000);
        Source power = reader.source("battery.source", "");
        if (again >= full) {
            reader.problem("battery.again.soc must be below battery.full.soc");
        }
        if (role == BatteryRole.SEEN) {
            return Battery.NONE;
        }
        if (power == null) {
            reader.problem("battery.role needs battery.source, as battery/battery_power");
        }
        put(Input.BATTERY, power);
        beside(power, OF_BATTERY);
        return new Battery(
                role == BatteryRole.CONTROL ? BatteryUse.SEEN : BatteryUse.FIRST,
                full,
                again,
                reserve,
                role != BatteryRole.FIRST);
    }
}
