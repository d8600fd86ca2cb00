package io.wattwire.limit;

import io.wattwire.device.wire.Gate;
import io.wattwire.limit.law.Command;
import io.wattwire.limit.law.LimitSettings.Unit;
import io.wattwire.limit.law.Setpoint;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.kura.type.TypedValues;

/** Writes the limits, and counts the writes of each inverter by day. */
final class Outlet {

    private final Ports ports;
    private final Gate gate;
    private final Map<Integer, Long> writes = new TreeMap<>();
    private LocalDate day = LocalDate.EPOCH;

    Outlet(Ports ports, Gate gate) {
        this.ports = ports;
        this.gate = gate;
    }

    void write(Unit unit, Command command, long wallMillis) {
        beginDay(wallMillis);
        writes.merge(unit.number(), 1L, Long::sum);
        pass(unit.number(), Commands.channel(unit.mode()), command.limitW());
    }

    /**
     * @param port after those of the inverters
     */
    void write(int port, Setpoint battery) {
        pass(port, Commands.BATTERY, battery.powerW());
    }

    private void pass(int port, String channel, double watts) {
        gate.pass(() -> ports.device(port, Map.of(channel, TypedValues.newDoubleValue(watts))));
    }

    /** {@return the writes since midnight, by inverter} */
    Map<Integer, Long> writesToday(long wallMillis) {
        beginDay(wallMillis);
        return Map.copyOf(writes);
    }

    private void beginDay(long wallMillis) {
        LocalDate today =
                Instant.ofEpochMilli(wallMillis).atZone(ZoneId.systemDefault()).toLocalDate();
        if (!today.equals(day)) {
            day = today;
            writes.clear();
        }
    }
}
