package io.wattwire.console;

import io.wattwire.console.ConsoleSettings.Battery;
import io.wattwire.publish.control.ControlPoint;
import io.wattwire.publish.http.serve.Answer;
import io.wattwire.publish.http.serve.Request;
import io.wattwire.publish.live.LiveValue;
import io.wattwire.publish.live.LiveValue.Quality;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The calls of HomeBattery for any brand: {@code get_active_power_total}, {@code
 * set_power_setpoint} and the others, on a battery by its name. Powers are at the battery
 * inverter's AC side, + is taking power, for reading as for commanding.
 */
final class BatteryApi {

    /** The points behind a call, the first that is there counts, and whether the sign is turned. */
    private record Call(List<String> points, boolean phases, boolean turned) {
        static Call of(String... points) {
            return new Call(List.of(points), false, false);
        }

        Call ofPhases() {
            return new Call(points, true, turned);
        }

        Call turnedRound() {
            return new Call(points, phases, true);
        }
    }

    private static final Map<String, Call> GETS =
            new TreeMap<>(
                    Map.of(
                            "get_active_power",
                            Call.of("inverter_power").ofPhases().turnedRound(),
                            "get_active_power_total",
                            Call.of("inverter_power").turnedRound(),
                            "get_battery_soc",
                            Call.of("battery_soc"),
                            "get_capacity",
                            Call.of("battery_capacity"),
                            "get_max_charge_power",
                            Call.of("battery_max_charge_power"),
                            "get_max_discharge_power",
                            Call.of("battery_max_discharge_power"),
                            "get_phase_voltage",
                            Call.of("grid_voltage", "inverter_voltage").ofPhases()));

    private static final Map<String, Call> SETS =
            new TreeMap<>(
                    Map.of(
                            "set_power_setpoint",
                            Call.of("battery_power_setpoint").ofPhases(),
                            "set_current_setpoint",
                            Call.of("battery_current_setpoint")));

    private final Map<String, Battery> batteries;
    private final Values values;
    private final WriteApi write;

    BatteryApi(Map<String, Battery> batteries, Values values, WriteApi write) {
        this.batteries = batteries;
        this.values = values;
        this.write = write;
    }

    Answer list(Request request) {
        List<Object> names = new ArrayList<>(batteries.keySet());
        List<Object> calls = new ArrayList<>(GETS.keySet());
        calls.addAll(SETS.keySet());
        return ReadApi.ok(new TreeMap<>(Map.of("batteries", names, "calls", calls)));
    }

    Answer get(Request request) {
        Battery battery = batteries.get(request.path().get(2));
        Call call = GETS.get(request.path().get(3));
        if (battery == null || call == null) {
            return unknown();
        }
        String phase = request.query().getOrDefault("phase", "");
        if (call.phases() && phase.isEmpty()) {
            phase = "1";
        }
        if (!phase.matches(call.phases() ? "[123]" : "")) {
            return badPhase(call);
        }
        Map<String, LiveValue> read = values.asset(battery.read());
        String ending = call.phases() ? "_l" + phase : "";
        List<String> points = call.points().stream().map(it -> it + ending).toList();
        String point = points.stream().filter(read::containsKey).findFirst().orElse("");
        LiveValue value = read.get(point);
        if (value == null) {
            return Answer.error(
                    404,
                    battery.read()
                            + " has no "
                            + String.join(" or ", points)
                            + "; wire an asset with it here");
        }
        if (values.quality(value) != Quality.GOOD) {
            return Answer.error(
                    503,
                    battery.read()
                            + "/"
                            + point
                            + " has no fresh value"
                            + (value.error().isEmpty() ? "" : ": " + value.error()));
        }
        return ReadApi.ok(
                values.document(
                        "call", request.path().get(3), call.turned() ? turned(value) : value));
    }

    private static LiveValue turned(LiveValue value) {
        Object number = value.value();
        return new LiveValue(
                number instanceof Number it ? (Object) (0 - it.doubleValue()) : number,
                value.unit(),
                value.timeMillis(),
                value.takenNanos(),
                value.freshNanos(),
                value.error());
    }

    Answer set(Request request) {
        Battery battery = batteries.get(request.path().get(2));
        Call call = SETS.get(request.path().get(3));
        if (battery == null || call == null || battery.control().isEmpty()) {
            return unknown();
        }
        String phase = request.query().getOrDefault("phase", "");
        if (!phase.matches(call.phases() ? "[123]?" : "")) {
            return badPhase(call);
        }
        String point = call.points().get(0) + (phase.isEmpty() ? "" : "_l" + phase);
        return write.write(request, new ControlPoint(battery.control(), point), "setpoint");
    }

    private static Answer badPhase(Call call) {
        return Answer.error(400, call.phases() ? "phase is 1, 2 or 3" : "this call takes no phase");
    }

    private static Answer unknown() {
        return Answer.error(404, "no such battery or call; GET /api/batteries tells which are");
    }
}
