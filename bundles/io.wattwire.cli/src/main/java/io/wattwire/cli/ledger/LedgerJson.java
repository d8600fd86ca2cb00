package io.wattwire.cli.ledger;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import io.wattwire.limit.law.Command;
import io.wattwire.limit.law.Reason;
import io.wattwire.limit.law.Sample;
import io.wattwire.limit.law.Slot;
import io.wattwire.limit.ledger.LedgerEntry;
import io.wattwire.limit.ledger.LedgerEntry.Damaged;
import io.wattwire.limit.ledger.LedgerEntry.Decided;
import io.wattwire.limit.ledger.LedgerEntry.Noted;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** A ledger for programs: one JSON object for each entry. */
public final class LedgerJson {

    private static final Gson GSON =
            new GsonBuilder().disableHtmlEscaping().serializeNulls().create();

    private LedgerJson() {}

    /**
     * Writes one entry.
     *
     * @param entry any
     * @return one line
     */
    public static String line(LedgerEntry entry) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("time", Instant.ofEpochMilli(entry.wallMillis()).toString());
        if (entry instanceof Decided decided) {
            object.put("readings", readings(decided));
            object.put("inverters", inverters(decided));
            Map<String, Object> battery = new LinkedHashMap<>();
            battery.put("setpoint", finite(decided.battery().powerW()));
            battery.put("written", decided.battery().emit());
            object.put("battery", battery);
            object.put("reasons", reasons(decided.siteReasons()));
            object.put("replay", decided.verdict().name().toLowerCase(Locale.ROOT));
        } else if (entry instanceof Noted noted) {
            object.put("note", noted.text());
        } else if (entry instanceof Damaged damaged) {
            object.put("damaged", damaged.text());
        }
        return GSON.toJson(object);
    }

    private static Map<String, Object> readings(Decided decided) {
        Map<String, Object> readings = new TreeMap<>();
        for (Map.Entry<Slot, Sample> reading : decided.readings().samples().entrySet()) {
            Slot slot = reading.getKey();
            Sample sample = reading.getValue();
            if (sample.present()) {
                String name = slot.input().name().toLowerCase(Locale.ROOT);
                Map<String, Object> value = new LinkedHashMap<>();
                value.put("value", finite(sample.value()));
                value.put("age_ms", sample.ageNanos(decided.nowNanos()) / 1_000_000);
                readings.put(slot.unit() == 0 ? name : name + "_" + slot.unit(), value);
            }
        }
        return readings;
    }

    private static List<Object> inverters(Decided decided) {
        List<Object> inverters = new ArrayList<>();
        for (Command command : decided.commands()) {
            Map<String, Object> inverter = new LinkedHashMap<>();
            inverter.put("unit", command.unit());
            inverter.put("limit", finite(command.limitW()));
            inverter.put("written", command.emit());
            inverter.put("reasons", reasons(command.reasons()));
            inverters.add(inverter);
        }
        return inverters;
    }

    private static List<String> reasons(Set<Reason> reasons) {
        return reasons.stream().sorted().map(Reason::text).toList();
    }

    private static Double finite(double value) {
        return Double.isFinite(value) ? Double.valueOf(value) : null;
    }
}
