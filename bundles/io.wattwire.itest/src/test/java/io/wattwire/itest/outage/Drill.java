package io.wattwire.itest.outage;

import com.google.gson.JsonParser;
import io.wattwire.publish.givtcp.GivTcpPublisher;
import io.wattwire.publish.homeassistant.HomeAssistantPublisher;
import io.wattwire.publish.influxdb.InfluxPublisher;
import io.wattwire.standalone.kapua.KapuaPayload;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.eclipse.kura.type.TypedValue;
import org.eclipse.kura.type.TypedValues;

/** The kinds of servers that may be away, and what sends to them. */
enum Drill {
    INFLUXDB {
        @Override
        Server server() throws Exception {
            return new Database("number=(\\d+)i (\\d+)");
        }

        @Override
        Gateway gateway(Path data, String server, int capacity) {
            Map<String, Object> settings =
                    Map.of(
                            "kura.service.pid",
                            "drill",
                            "url",
                            server,
                            "database",
                            "home",
                            "queue.records",
                            capacity);
            return new WireGateway(data, settings, InfluxPublisher::new, Drill::plain);
        }
    },
    HOME_ASSISTANT {
        @Override
        Server server() throws Exception {
            return new Subscriber(Drill::homeAssistant);
        }

        @Override
        Gateway gateway(Path data, String server, int capacity) {
            String[] parts = server.split(":");
            Map<String, Object> settings =
                    Map.of(
                            "kura.service.pid",
                            "drill",
                            "host",
                            parts[1].substring(2),
                            "port",
                            Integer.valueOf(parts[2]),
                            "queue.records",
                            capacity);
            return new WireGateway(data, settings, HomeAssistantPublisher::new, Drill::plain);
        }
    },
    GIVTCP {
        @Override
        Server server() throws Exception {
            return new Database("grid_power=(\\d+)\\S* (\\d+)");
        }

        @Override
        Gateway gateway(Path data, String server, int capacity) {
            Map<String, Object> settings =
                    Map.of(
                            "kura.service.pid",
                            "drill",
                            "mqtt",
                            false,
                            "influx",
                            true,
                            "influx.url",
                            server,
                            "influx.bucket",
                            "home",
                            "queue.records",
                            capacity);
            return new WireGateway(data, settings, GivTcpPublisher::new, Drill::inverter);
        }
    },
    KAPUA {
        @Override
        Server server() throws Exception {
            return new Subscriber(Drill::kapua);
        }

        @Override
        Gateway gateway(Path data, String server, int capacity) {
            return new KapuaGateway(data, server, capacity);
        }
    };

    /** Ten hours, a value each 20 s. */
    static final int VALUES = 1800;

    private static final long BEGIN = 1_700_000_000_000L;
    private static final long EACH_MS = 20_000;

    abstract Server server() throws Exception;

    /** One that keeps so many records while its server is away. */
    abstract Gateway gateway(Path data, String server, int capacity);

    /** When a value was measured, ms since 1970. */
    static long time(int number) {
        return BEGIN + number * EACH_MS;
    }

    private static Map<String, TypedValue<?>> plain(int number) {
        return Map.of("number", TypedValues.newLongValue(number));
    }

    /** GivTCP has the grid's sign the other way round. */
    static Map<String, TypedValue<?>> inverter(int number) {
        return Map.of(
                "serial_number", TypedValues.newStringValue("SA2114G047"),
                "grid_power", TypedValues.newDoubleValue(-number));
    }

    /** A late value says its time, the newest of all is a plain one. */
    private static Optional<Integer> homeAssistant(String topic, byte[] payload) {
        String text = new String(payload, StandardCharsets.UTF_8);
        if (topic.equals("wattwire/meter/number")) {
            return Optional.of(Integer.valueOf(text));
        }
        if (!topic.equals("wattwire/meter/number/late")) {
            return Optional.empty();
        }
        var late = JsonParser.parseString(text).getAsJsonObject();
        int number = late.get("value").getAsInt();
        return late.get("time").getAsLong() == time(number) ? Optional.of(number) : Optional.of(-1);
    }

    private static Optional<Integer> kapua(String topic, byte[] bytes) {
        if (!topic.equals("home/drill/W1/A1/meter")) {
            return Optional.empty();
        }
        try {
            var payload = KapuaPayload.decode(bytes);
            int number = ((Long) payload.getMetric("number")).intValue();
            return Optional.of(payload.getTimestamp().getTime() == time(number) ? number : -1);
        } catch (IOException damaged) {
            return Optional.of(-1);
        }
    }
}
