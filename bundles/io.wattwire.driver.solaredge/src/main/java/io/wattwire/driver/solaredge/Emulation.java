package io.wattwire.driver.solaredge;

import io.wattwire.device.driver.Channels;
import io.wattwire.device.model.Reading;
import io.wattwire.device.session.StateStore;
import io.wattwire.driver.solaredge.meter.EmulatedMeter;
import io.wattwire.driver.solaredge.meter.Quantities;
import io.wattwire.driver.solaredge.meter.Quantity;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.eclipse.kura.channel.ChannelRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One configured meter at work: its channels on one side, its place on a line on the other. */
final class Emulation implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Emulation.class);

    private static final long SAVE_SECONDS = 5;

    private final String pid;
    private final MeterConfiguration configuration;
    private final MeterLines lines;
    private final EmulatedMeter meter;
    private final Polls polls;
    private final MeterLine line;
    private final Set<String> complained = ConcurrentHashMap.newKeySet();
    private final ExecutorService saving;

    private Emulation(
            String pid,
            MeterConfiguration configuration,
            StateStore store,
            MeterLines lines,
            LongSupplier clock) {
        this.pid = pid;
        this.configuration = configuration;
        this.lines = lines;
        saving =
                Executors.newSingleThreadExecutor(
                        task -> {
                            Thread thread = new Thread(task, "wattwire-meter-save-" + pid);
                            thread.setDaemon(true);
                            return thread;
                        });
        meter = new EmulatedMeter(configuration.meter(), store, clock, saving);
        polls = new Polls(clock);
        line = join();
    }

    private MeterLine join() {
        try {
            return lines.join(
                    configuration.line(),
                    configuration.meter().unit(),
                    new MeterLine.Seat(pid, meter, polls));
        } catch (IllegalArgumentException taken) {
            saving.shutdown();
            throw taken;
        }
    }

    /**
     * Starts to answer.
     *
     * @throws IllegalArgumentException if the line or the unit id belongs to another instance
     */
    static Emulation start(
            String pid,
            MeterConfiguration configuration,
            StateStore store,
            MeterLines lines,
            LongSupplier clock) {
        return new Emulation(pid, configuration, store, lines, clock);
    }

    MeterConfiguration configuration() {
        return configuration;
    }

    /** The TCP port, 0 on a serial line and while it is not open. */
    int port() {
        return line.port();
    }

    /** Takes the values of one moment; each channel is told its own success or failure. */
    void write(List<ChannelRecord> channels) {
        Map<Quantity, Double> values = new HashMap<>();
        for (ChannelRecord channel : channels) {
            String problem = take(channel, values);
            if (problem.isEmpty()) {
                Channels.succeed(channel);
            } else {
                Channels.fail(channel, problem);
                complain(channel.getChannelName(), problem);
            }
        }
        if (!values.isEmpty()) {
            meter.accept(values);
        }
    }

    private String take(ChannelRecord channel, Map<Quantity, Double> values) {
        String name = Channels.name(channel);
        Optional<Quantity> quantity = Quantities.find(name);
        if (quantity.isEmpty()) {
            return name
                    + " is nothing that a meter shows; write a common point such as grid_power, or"
                    + " a key such as l1_power_active";
        }
        Object given = Channels.value(channel);
        double value = given instanceof Number number ? number.doubleValue() : Double.NaN;
        String problem = quantity.get().unitProblem(unit(channel));
        if (problem.isEmpty()) {
            problem = quantity.get().problem(value);
        }
        if (problem.isEmpty()) {
            values.put(quantity.get(), value);
            complained.remove(channel.getChannelName());
        }
        return problem;
    }

    /** What the asset says of its channel; Kura hands over all of a channel's settings. */
    private static String unit(ChannelRecord channel) {
        Map<String, Object> settings = channel.getChannelConfig();
        return settings == null ? "" : Objects.toString(settings.get("+unit"), "");
    }

    /** Once for each channel until it is well again. */
    private void complain(String channel, String problem) {
        if (complained.add(String.valueOf(channel))) {
            LOG.warn("{}: {}", pid, problem);
        }
    }

    void read(List<ChannelRecord> channels) {
        for (ChannelRecord channel : channels) {
            Channels.fill(channel, reading(Channels.name(channel)));
        }
    }

    private Reading reading(String name) {
        long now = System.currentTimeMillis();
        OptionalLong age = polls.ageMillis();
        return switch (name) {
            case "meter_state" -> good(name, state(), "", now);
            case "last_poller" -> good(name, polls.last(), "", now);
            case "polls_per_minute" -> good(name, (double) polls.perMinute(), "", now);
            case "value_age_ms" -> good(name, (double) meter.valueAgeMillis(), "ms", now);
            case "last_poll_age_ms" ->
                    age.isPresent()
                            ? good(name, (double) age.getAsLong(), "ms", now)
                            : new Reading(name, null, "ms", now, "nobody has asked the meter yet");
            default ->
                    new Reading(
                            name,
                            null,
                            "",
                            now,
                            name
                                    + " cannot be read; read meter_state, last_poller,"
                                    + " last_poll_age_ms, polls_per_minute or value_age_ms");
        };
    }

    private static Reading good(String name, Object value, String unit, long now) {
        return new Reading(name, value, unit, now, "");
    }

    private String state() {
        String problem = line.problem();
        return problem.isEmpty() ? meter.state() : "line-closed: " + problem;
    }

    @Override
    public void close() {
        lines.leave(line, configuration.meter().unit());
        saving.shutdown();
        try {
            if (!saving.awaitTermination(SAVE_SECONDS, TimeUnit.SECONDS)) {
                LOG.warn("{}: the storage hangs, the last half minute is not saved", pid);
                return;
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        meter.close();
    }
}
