package io.wattwire.publish.pvoutput;

import io.wattwire.device.driver.SettingsReader;
import io.wattwire.device.source.SourceSettings;
import io.wattwire.publish.Publisher;
import io.wattwire.publish.Target;
import io.wattwire.publish.pvoutput.api.PvOutputAccess;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.eclipse.kura.system.SystemService;
import org.eclipse.kura.type.TypedValues;
import org.eclipse.kura.wire.WireEnvelope;
import org.eclipse.kura.wire.WireHelperService;
import org.eclipse.kura.wire.WireRecord;
import org.eclipse.kura.wire.WireSupport;
import org.osgi.service.component.ComponentContext;

/**
 * A gateway of its own, to be killed: a publisher that is fed with a record a minute. It waits no
 * 10 s between requests, and tells an interval at once when it is over.
 */
final class DrillProcess extends Publisher {

    static final String FED = "fed";
    static final long MINUTE = 60_000;
    static final int PER_INTERVAL = 5;

    private static final Map<String, Object> SETTINGS =
            Map.of(
                    "zone", "UTC",
                    "generation.energy", "inverter/pv_energy_total",
                    "generation.power", "inverter/pv_power");

    /** 200 ms in turns, so that a machine without time for us has more of them. */
    private static final int TURNS = 20;

    private static final long TURN_NANOS = TimeUnit.MILLISECONDS.toNanos(10);

    private final Path data;
    private final String url;
    private final Plan plan = Bench.plan(SETTINGS);

    private DrillProcess(Path data, String url) {
        super(
                answering(WireHelperService.class, answering(WireSupport.class, null)),
                answering(SystemService.class, data.toString()));
        this.data = data;
        this.url = url;
    }

    /** Data directory, address, time of the first record, number of the first and of the last. */
    public static void main(String[] with) {
        DrillProcess drill = new DrillProcess(Path.of(with[0]), with[1]);
        drill.activate(
                answering(ComponentContext.class, null), Map.of("kura.service.pid", "drill"));
        for (int i = Integer.parseInt(with[3]); i < Integer.parseInt(with[4]); i++) {
            drill.onWireReceive(new WireEnvelope("inverter", List.of(record(with[2], i))));
        }
        for (int turn = 0; turn < TURNS; turn++) {
            LockSupport.parkNanos(TURN_NANOS);
        }
        System.out.println(FED); // from here on a kill must not lose them
        for (; ; ) {
            LockSupport.parkNanos(TURN_NANOS); // until it is killed
        }
    }

    static double kwh(int number) {
        return 1000 + number / 100.0;
    }

    static double watts(int number) {
        return number * 10 % 3000;
    }

    private static WireRecord record(String begin, int number) {
        return new WireRecord(
                Map.of(
                        "assetName", TypedValues.newStringValue("inverter"),
                        "assetTimestamp",
                                TypedValues.newLongValue(Long.parseLong(begin) + number * MINUTE),
                        "pv_energy_total", TypedValues.newDoubleValue(kwh(number)),
                        "pv_power", TypedValues.newDoubleValue(watts(number))));
    }

    private static <T> T answering(Class<T> type, Object answer) {
        return type.cast(
                Proxy.newProxyInstance(
                        type.getClassLoader(),
                        new Class<?>[] {type},
                        (proxy, method, arguments) ->
                                method.getReturnType().isInstance(answer) ? answer : null));
    }

    @Override
    protected Supplier<Target> prepare(String owner, SourceSettings settings) {
        PvOutputAccess access = PvOutputAccess.of(url, RecordedService.SYSTEM, RecordedService.KEY);
        PvOutputSettings checked = new PvOutputSettings(access, plan);
        SimulatedTime time = new SimulatedTime("2000-01-01T00:00:00Z");
        time.set(System.currentTimeMillis());
        return () -> PvOutputPublisher.target(checked, data.resolve("wattwire/drill"), time);
    }

    @Override
    protected String rules(SettingsReader settings) {
        return plan.rules();
    }
}
