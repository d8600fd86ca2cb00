package io.wattwire.limit.faults;

import io.wattwire.limit.SimulatedLimit;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.function.Consumer;
import org.eclipse.kura.type.TypedValue;

/**
 * The process that the limit runs in: its clocks, its polls, its thread, and how all of that can
 * fail. Seconds and watts.
 */
final class Gateway implements SimulatedLimit.Listener {

    static final List<String> INVERTERS = List.of("inverter", "roof");

    private static final double CLOCK_S = 0.25;
    private static final long WALL_MS = 1_800_000_000_000L;

    private final Site site;
    private SimulatedLimit.Framework framework;
    private final Map<String, Object> settings;
    private final Polls polls;
    private final PriorityQueue<Late> late =
            new PriorityQueue<>(Comparator.comparingDouble(Late::atS));
    private SimulatedLimit limit;
    private boolean suspended;
    private int writing;
    private boolean woken;
    private double starvedUntilS;
    private double nextStepS;
    private double nextMeterS;
    private double nextInverterS;
    private double pausedS;
    private double jumpedS;
    private double alarmSinceS = Double.NaN;
    private String state = "";

    private record Late(double atS, Runnable arrives) {}

    Gateway(
            Site site,
            SimulatedLimit.Framework framework,
            Map<String, Object> settings,
            Polls polls) {
        this.site = site;
        this.framework = framework;
        this.settings = new HashMap<>(settings);
        this.polls = polls;
        this.nextMeterS = polls.meterPhaseS();
        this.nextInverterS = polls.inverterPhaseS();
    }

    void start() {
        limit =
                new SimulatedLimit(
                        framework,
                        settings,
                        this,
                        () -> (long) (monotonicS() * 1e9),
                        this::wallMillis);
        writing = 0;
        woken = true;
    }

    /** The component ends as the framework ends it; polls of the graph go on. */
    void stop() {
        limit.stop();
        limit = null;
    }

    /** The process ends at once. */
    void kill() {
        limit = null;
        suspended = true;
        site.line().forget();
    }

    /** A killed process that comes back. */
    void restart() {
        suspended = false;
        framework = new SimulatedLimit.Framework();
        skipPolls();
        start();
    }

    /** Where other limits may run beside this one. */
    SimulatedLimit.Framework framework() {
        return framework;
    }

    void suspend() {
        suspended = true;
    }

    /**
     * @param lostS how much of the time the monotonic clock did not see
     */
    void resume(double lostS) {
        suspended = false;
        pausedS += lostS;
        skipPolls();
    }

    void starve(double seconds) {
        starvedUntilS = site.nowS() + seconds;
    }

    void jumpWallClock(double seconds) {
        jumpedS += seconds;
    }

    void removeSettings() {
        settings.clear();
        limit.modify(settings);
    }

    void advance(double t) {
        if (suspended) {
            return;
        }
        poll(t);
        boolean due = woken || t >= nextStepS;
        if (limit == null || writing > 0 || t < starvedUntilS || !due) {
            return;
        }
        woken = false;
        nextStepS = t + CLOCK_S;
        limit.step();
    }

    private void poll(double t) {
        while (!late.isEmpty() && late.peek().atS() <= t) {
            late.poll().arrives().run();
        }
        if (t >= nextMeterS) {
            nextMeterS += polls.meterPeriodS();
            read("meter", site::readMeter, 0);
        }
        if (t >= nextInverterS) {
            nextInverterS += polls.inverterPeriodS();
            for (int i = 1; i <= site.inverters(); i++) {
                int number = i;
                read(
                        INVERTERS.get(i - 1),
                        values -> site.readInverter(number, values),
                        polls.inverterLateS());
            }
        }
    }

    private void read(String asset, Consumer<Map<String, Object>> device, double lateS) {
        Map<String, Object> values = new HashMap<>();
        site.line()
                .read(
                        List.of(this, asset),
                        at -> {
                            values.put("assetTimestamp", wallMillis());
                            device.accept(values);
                        },
                        at -> late.add(new Late(at + lateS, () -> deliver(asset, values))));
    }

    /** An asset whose device does not answer sends nothing at all. */
    private void deliver(String asset, Map<String, Object> values) {
        if (values.size() > 1 && limit != null) {
            woken |= limit.receive(asset, values);
        }
    }

    @Override
    public void commanded(int port, double limitW) {
        // the graph's emit returns when the driver has written or given up
        writing++;
        site.line()
                .write(
                        at -> site.commanded(port, limitW),
                        at -> site.told(this, port, limitW),
                        at -> writing--);
    }

    @Override
    public void told(Map<String, TypedValue<?>> status) {
        state = String.valueOf(status.get("state").getValue());
        boolean alarm = state.equals("alarm");
        if (!alarm) {
            alarmSinceS = Double.NaN;
        } else if (Double.isNaN(alarmSinceS)) {
            alarmSinceS = site.nowS();
        }
        if (alarm) {
            site.alarmed(this);
        }
    }

    String state() {
        return state;
    }

    private void skipPolls() {
        late.clear();
        nextMeterS += behind(nextMeterS, polls.meterPeriodS());
        nextInverterS += behind(nextInverterS, polls.inverterPeriodS());
    }

    private double behind(double next, double period) {
        return Math.ceil(Math.max(0, site.nowS() - next) / period) * period;
    }

    private double monotonicS() {
        return site.nowS() - pausedS + 1000;
    }

    private long wallMillis() {
        return WALL_MS + (long) ((site.nowS() + jumpedS) * 1000);
    }
}
