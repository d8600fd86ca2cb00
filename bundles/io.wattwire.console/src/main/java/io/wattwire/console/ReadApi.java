package io.wattwire.console;

import io.wattwire.device.model.Json;
import io.wattwire.publish.control.ControlPoint;
import io.wattwire.publish.control.ControlRefused;
import io.wattwire.publish.control.ControlRules;
import io.wattwire.publish.control.Writable;
import io.wattwire.publish.http.serve.Answer;
import io.wattwire.publish.http.serve.Request;
import io.wattwire.publish.live.LivePage.Sight;
import io.wattwire.publish.live.LiveValue;
import io.wattwire.publish.live.LiveValue.Quality;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What can be read. Asks no device: it tells what came by wire. */
final class ReadApi {

    private final Sight sight;
    private final ControlRules rules;
    private final Values values;
    private final long started = System.nanoTime();

    ReadApi(Sight sight, ConsoleSettings settings, Values values) {
        this.sight = sight;
        this.rules = settings.rules();
        this.values = values;
    }

    static Answer ok(Object document) {
        return Answer.json(200, Json.write(document) + "\n");
    }

    Answer assets(Request request) {
        List<Object> assets = new ArrayList<>();
        boolean whole = request.query().containsKey("values");
        values.all().forEach((name, all) -> assets.add(whole ? full(name, all) : brief(name, all)));
        return ok(Map.of("assets", assets));
    }

    Answer asset(Request request) {
        String name = request.path().get(2);
        Map<String, LiveValue> all = values.asset(name);
        return all.isEmpty() ? unknown() : ok(full(name, all));
    }

    Answer channel(Request request) {
        String channel = request.path().get(3);
        LiveValue value = values.asset(request.path().get(2)).get(channel);
        return value == null ? unknown() : ok(values.document(channel, value));
    }

    static Answer unknown() {
        return Answer.error(
                404, "nothing of that name came by wire; GET /api/assets tells what is there");
    }

    private Map<String, Object> full(String name, Map<String, LiveValue> all) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("asset", name);
        List<Object> channels = new ArrayList<>();
        all.forEach((channel, value) -> channels.add(values.document(channel, value)));
        document.put("channels", channels);
        return document;
    }

    private Map<String, Object> brief(String name, Map<String, LiveValue> all) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("asset", name);
        document.put("channels", new ArrayList<Object>(all.keySet()));
        return document;
    }

    Answer health(Request request) {
        Map<String, Object> document = new LinkedHashMap<>();
        List<Object> assets = new ArrayList<>();
        boolean ok = true;
        for (Map.Entry<String, Map<String, LiveValue>> entry : values.all().entrySet()) {
            Map<String, Object> counts = counts(entry.getKey(), entry.getValue());
            ok &= entry.getValue().size() == (int) counts.get("good");
            assets.add(counts);
        }
        document.put("ok", ok && !assets.isEmpty());
        document.put("uptime_s", (System.nanoTime() - started) / 1_000_000_000L);
        document.put("records", sight.live().records());
        document.put("dropped", sight.live().dropped());
        document.put("control", rules.points().isEmpty() ? "off" : "on");
        document.put("assets", assets);
        return ok(document);
    }

    private Map<String, Object> counts(String asset, Map<String, LiveValue> all) {
        Map<String, Object> counts = new LinkedHashMap<>();
        counts.put("asset", asset);
        for (Quality quality : Quality.values()) {
            int count = 0;
            for (LiveValue value : all.values()) {
                count += values.quality(value) == quality ? 1 : 0;
            }
            counts.put(quality.name().toLowerCase(Locale.ROOT), count);
        }
        return counts;
    }

    /** What may be commanded, with what it takes, or why it does not work now. */
    Answer controls(Request request) {
        List<Object> points = new ArrayList<>();
        for (ControlPoint point : rules.points()) {
            Map<String, Object> document = new LinkedHashMap<>();
            document.put("asset", point.asset());
            document.put("channel", point.channel());
            try {
                describe(
                        Writable.find(sight.plant(), point, rules.bounds(point).orElseThrow()),
                        document);
            } catch (ControlRefused refused) {
                document.put("error", refused.getMessage());
            }
            points.add(document);
        }
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("per_minute", rules.perMinute());
        document.put("controls", points);
        return ok(document);
    }

    private static void describe(Writable writable, Map<String, Object> document) {
        document.put("takes", writable.form().name().toLowerCase(Locale.ROOT));
        switch (writable.form()) {
            case NUMBER -> {
                document.put("unit", writable.unit());
                document.put("min", writable.span().least());
                document.put("max", writable.span().most());
                if (writable.span().step() > 0) {
                    document.put("step", writable.span().step());
                }
            }
            case CHOICE -> document.put("options", new ArrayList<Object>(writable.options()));
            default -> {
                // nothing more to say
            }
        }
    }
}
