package io.wattwire.bench.days;

import io.wattwire.limit.SimulatedLimit;
import java.util.HashMap;
import java.util.Map;
import org.eclipse.kura.type.TypedValue;

/** Our limit as the component runs it: settings, readings from the wires, steps, ports. */
final class WattwireLaw implements Law, SimulatedLimit.Listener {

    private static final long WALL_MS = 1_800_000_000_000L;

    /** So many looks between two readings. */
    private static final int LOOKS = 4;

    private final SimulatedLimit limit;
    private double nowS;
    private double limitW = DayPlant.RATED_W;
    private double wobble;

    WattwireLaw(boolean battery) {
        Map<String, Object> settings =
                battery
                        ? Map.of(
                                "battery.role", "first",
                                "battery.source", "battery/battery_power",
                                "battery.full.soc", "100",
                                "battery.again.soc", "98",
                                "battery.reserve.w", "0")
                        : Map.of();
        limit = new SimulatedLimit(settings, this, () -> (long) (nowS * 1e9), this::wallMillis);
    }

    private long wallMillis() {
        return WALL_MS + (long) (nowS * 1000);
    }

    @Override
    public double limitW(Seen seen) {
        // the looks that the limit's thread took since the last reading
        for (int i = 1; i < LOOKS && nowS > 0; i++) {
            nowS += 1.0 / LOOKS;
            limit.step();
        }
        nowS = seen.atS() + 1;
        // no real meter shows the same watts for half a minute
        wobble = 0.1 - wobble;
        receive("meter", Map.of("grid_power", seen.gridW() + wobble));
        receive("inverter", inverter(seen));
        receive("battery", battery(seen));
        limit.step();
        return limitW;
    }

    private Map<String, Object> inverter(Seen seen) {
        Map<String, Object> values = new HashMap<>();
        values.put("inverter_power", seen.inverterW());
        values.put("inverter_power_limit", limitW);
        values.put("inverter_rated_power", DayPlant.RATED_W);
        values.put("inverter_power_limit_min", DayPlant.MINIMUM_W);
        values.put("inverter_power_limit_step", DayPlant.STEP_W);
        return values;
    }

    private static Map<String, Object> battery(Seen seen) {
        return Map.of(
                "battery_power", seen.batteryW(),
                "battery_max_charge_power", seen.acceptanceW(),
                "battery_soc", seen.soc());
    }

    private void receive(String asset, Map<String, Object> values) {
        Map<String, Object> stamped = new HashMap<>(values);
        stamped.put("assetTimestamp", wallMillis());
        limit.receive(asset, stamped);
    }

    @Override
    public void commanded(int port, double watts) {
        limitW = watts;
    }

    @Override
    public void told(Map<String, TypedValue<?>> status) {
        // nobody reads it here
    }
}
