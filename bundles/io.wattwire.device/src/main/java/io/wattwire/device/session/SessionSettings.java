package io.wattwire.device.session;

import io.wattwire.device.link.LinkAddress;
import io.wattwire.device.model.MeterRole;
import io.wattwire.device.model.WriteRole;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * What a session needs to know of a device and of what its owner allows. Two equal settings mean
 * the same conversation.
 *
 * @param address where the device is
 * @param unit Modbus unit id, 0 to 255
 * @param model name of the model; empty: ask the device
 * @param readDeadline longest time of one read; a write sequence, which reads before and after, may
 *     take three times as long
 * @param pause least pause before the next request
 * @param connectDelay pause after connecting
 * @param writeEnabled whether anything may be written
 * @param writeAs who writes: {@link WriteRole#OWNER} or {@link WriteRole#INSTALLER}
 * @param installerCapW no limit above this many watts reaches the device; empty: no cap
 * @param setpointValid so long after a command a device that forgot it gets it again
 * @param underControl whether a limit depends on the device: a silent one is then tried every 2 s
 *     instead of every 60 s
 * @param role what a meter measures
 * @param invert whether a meter's signs are turned
 * @param phase the phase of a single-phase meter, 1 to 3; 0: none in particular
 * @param ratedPowerW rated power in watts where the device does not tell it
 * @param writeUnrecognised whether a device of an unknown model may be written
 * @param trace whether frames go to the log
 * @param units unit ids that the owner gave to services by name; an empty one means that the
 *     service is not there
 * @param battery what the owner allows a battery
 * @param handsBack whether control of a point that goes back by itself does so when its commander
 *     is gone; a tool that commands once and ends leaves it to an owner's release
 */
public record SessionSettings(
        LinkAddress address,
        int unit,
        String model,
        Duration readDeadline,
        Duration pause,
        Duration connectDelay,
        boolean writeEnabled,
        WriteRole writeAs,
        OptionalDouble installerCapW,
        Duration setpointValid,
        boolean underControl,
        MeterRole role,
        boolean invert,
        int phase,
        OptionalDouble ratedPowerW,
        boolean writeUnrecognised,
        boolean trace,
        Map<String, OptionalInt> units,
        BatteryBounds battery,
        boolean handsBack) {

    /**
     * Checks what the engine relies on. {@inheritDoc}
     *
     * @throws IllegalArgumentException if unit, deadline or phase is out of its range
     */
    public SessionSettings {
        Objects.requireNonNull(address, "address");
        Objects.requireNonNull(battery, "battery");
        units = Map.copyOf(units);
        if (unit < 0 || unit > 255) {
            throw new IllegalArgumentException(
                    "unit id " + unit + " is outside 0 to 255; use the device's Modbus address");
        }
        if (readDeadline.isNegative() || readDeadline.isZero()) {
            throw new IllegalArgumentException("the read deadline must be longer than 0 ms");
        }
        if (phase < 0 || phase > 3) {
            throw new IllegalArgumentException("phase " + phase + " is none of 0, 1, 2, 3");
        }
    }

    /**
     * Begins the settings of a device that is only read: deadline 800 ms, set-points valid for 60
     * s, a grid meter.
     *
     * @param address where the device is
     * @param unit Modbus unit id
     * @return a builder
     */
    public static Builder of(LinkAddress address, int unit) {
        return new Builder(address, unit);
    }

    /**
     * Whether the device is to be tried often when it is silent.
     *
     * @return true when a limit depends on it or it may be written
     */
    public boolean isControlled() {
        return underControl || writeEnabled;
    }

    /**
     * Longest time of one write: a sequence reads its inputs, writes and reads back.
     *
     * @return three times the read deadline
     */
    public Duration writeDeadline() {
        return readDeadline.multipliedBy(3);
    }

    /** Collects settings; each method gives one, all have a default. */
    public static final class Builder {

        private final LinkAddress address;
        private final int unit;
        private String model = "";
        private Duration readDeadline = Duration.ofMillis(800);
        private Duration pause = Duration.ZERO;
        private Duration connectDelay = Duration.ZERO;
        private boolean writeEnabled;
        private WriteRole writeAs = WriteRole.OWNER;
        private OptionalDouble installerCapW = OptionalDouble.empty();
        private Duration setpointValid = Duration.ofSeconds(60);
        private boolean underControl;
        private MeterRole role = MeterRole.GRID;
        private boolean invert;
        private int phase;
        private OptionalDouble ratedPowerW = OptionalDouble.empty();
        private boolean writeUnrecognised;
        private boolean trace;
        private Map<String, OptionalInt> units = Map.of();
        private BatteryBounds battery = BatteryBounds.none();
        private boolean handsBack = true;

        private Builder(LinkAddress address, int unit) {
            this.address = address;
            this.unit = unit;
        }

        /**
         * Names the model instead of asking the device.
         *
         * @param name a model of the family; empty: ask
         * @return this builder
         */
        public Builder model(String name) {
            model = name;
            return this;
        }

        /**
         * Sets the longest time of one read.
         *
         * @param deadline longer than 0
         * @return this builder
         */
        public Builder readDeadline(Duration deadline) {
            readDeadline = deadline;
            return this;
        }

        /**
         * Sets the pauses of the link.
         *
         * @param betweenRequests least pause before the next request
         * @param afterConnecting pause after connecting
         * @return this builder
         */
        public Builder pauses(Duration betweenRequests, Duration afterConnecting) {
            pause = betweenRequests;
            connectDelay = afterConnecting;
            return this;
        }

        /**
         * Allows writing.
         *
         * @param as who writes
         * @return this builder
         */
        public Builder writable(WriteRole as) {
            writeEnabled = true;
            writeAs = as;
            return this;
        }

        /**
         * Caps all limits.
         *
         * @param watts highest limit; empty: no cap
         * @return this builder
         */
        public Builder installerCap(OptionalDouble watts) {
            installerCapW = watts;
            return this;
        }

        /**
         * Sets how long a set-point is defended.
         *
         * @param time after the last command
         * @return this builder
         */
        public Builder setpointValid(Duration time) {
            setpointValid = time;
            return this;
        }

        /**
         * Says whether a limit depends on the device.
         *
         * @param depends true to try it often when it is silent
         * @return this builder
         */
        public Builder underControl(boolean depends) {
            underControl = depends;
            return this;
        }

        /**
         * Says what a meter measures and how it is wired.
         *
         * @param what what hangs on it
         * @param turned whether its signs are turned
         * @param onPhase 1 to 3 for a single-phase meter; 0: none in particular
         * @return this builder
         */
        public Builder meter(MeterRole what, boolean turned, int onPhase) {
            role = what;
            invert = turned;
            phase = onPhase;
            return this;
        }

        /**
         * Gives the rated power.
         *
         * @param watts rated power; empty: as the device says
         * @return this builder
         */
        public Builder ratedPower(OptionalDouble watts) {
            ratedPowerW = watts;
            return this;
        }

        /**
         * Says whether a device of an unknown model may be written.
         *
         * @param allowed true to allow
         * @return this builder
         */
        public Builder writeUnrecognised(boolean allowed) {
            writeUnrecognised = allowed;
            return this;
        }

        /**
         * Says whether frames go to the log.
         *
         * @param on true to log them
         * @return this builder
         */
        public Builder trace(boolean on) {
            trace = on;
            return this;
        }

        /**
         * Gives unit ids to services.
         *
         * @param ids by the service's name, 0 to 255; an empty one says that it is not there
         * @return this builder
         */
        public Builder units(Map<String, OptionalInt> ids) {
            units = ids;
            return this;
        }

        /**
         * Bounds a battery.
         *
         * @param bounds what the owner allows
         * @return this builder
         */
        public Builder battery(BatteryBounds bounds) {
            battery = bounds;
            return this;
        }

        /**
         * Says whether control goes back by itself when its commander is gone.
         *
         * @param back false for a tool that commands once and ends
         * @return this builder
         */
        public Builder handsBack(boolean back) {
            handsBack = back;
            return this;
        }

        /**
         * Ends the settings.
         *
         * @return the settings
         * @throws IllegalArgumentException when a value is out of its range; the message names it
         */
        public SessionSettings build() {
            return new SessionSettings(
                    address,
                    unit,
                    model,
                    readDeadline,
                    pause,
                    connectDelay,
                    writeEnabled,
                    writeAs,
                    installerCapW,
                    setpointValid,
                    underControl,
                    role,
                    invert,
                    phase,
                    ratedPowerW,
                    writeUnrecognised,
                    trace,
                    units,
                    battery,
                    handsBack);
        }
    }
}
