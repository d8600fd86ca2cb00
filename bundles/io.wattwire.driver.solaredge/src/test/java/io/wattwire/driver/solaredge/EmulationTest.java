package io.wattwire.driver.solaredge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.wattwire.device.session.StateStore;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.kura.channel.ChannelFlag;
import org.eclipse.kura.channel.ChannelRecord;
import org.eclipse.kura.type.DataType;
import org.eclipse.kura.type.TypedValues;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class EmulationTest {

    /** Unit 2: the phase powers, as SolarEdge's export control asks for them. */
    private static final String POLL = "020303f20006644c";

    private static final String POLL_UNIT_3 = "030303f20006659d";
    private static final int ANSWER_BYTES = 17;

    private final AtomicLong clock = new AtomicLong(1);
    private final MeterLines lines = new MeterLines();
    private final List<Emulation> meters = new ArrayList<>();

    private Emulation start(String pid, Map<String, Object> properties) {
        Emulation meter =
                Emulation.start(
                        pid,
                        MeterConfiguration.of(properties),
                        StateStore.inMemory(),
                        lines,
                        clock::get);
        meters.add(meter);
        return meter;
    }

    @AfterEach
    void stop() {
        meters.forEach(Emulation::close);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static ChannelRecord power(double watts) {
        return ChannelRecord.createWriteRecord("grid_power", TypedValues.newDoubleValue(watts));
    }

    private static Object read(Emulation meter, String channel, DataType type) {
        ChannelRecord record = ChannelRecord.createReadRecord(channel, type);
        meter.read(List.of(record));
        return record.getChannelStatus().getChannelFlag() == ChannelFlag.SUCCESS
                ? record.getValue().getValue()
                : record.getChannelStatus().getExceptionMessage();
    }

    @Test
    void tellsWhoAsksAndHowOften() throws IOException {
        Emulation meter = start("a", Map.of("connection", "rtu-tcp", "port", 0));
        assertEquals(
                "nobody has asked the meter yet", read(meter, "last_poll_age_ms", DataType.DOUBLE));
        meter.write(List.of(power(100)));
        try (Wire wire = new Wire(Ports.opened(meter::port))) {
            for (int i = 0; i < 3; i++) {
                assertEquals(2 * ANSWER_BYTES, wire.exchange(POLL, ANSWER_BYTES).length());
            }
        }
        clock.addAndGet(Duration.ofSeconds(2).toNanos());
        assertEquals(3.0, read(meter, "polls_per_minute", DataType.DOUBLE));
        assertEquals(2000.0, read(meter, "last_poll_age_ms", DataType.DOUBLE));
        assertEquals("127.0.0.1", read(meter, "last_poller", DataType.STRING));
        assertEquals("answering", read(meter, "meter_state", DataType.STRING));
        clock.addAndGet(Duration.ofMinutes(1).toNanos());
        assertEquals(0.0, read(meter, "polls_per_minute", DataType.DOUBLE));
        assertEquals("silent-stale", read(meter, "meter_state", DataType.STRING));
    }

    @Test
    void isSilentWhenItsSourceIs() throws IOException {
        Emulation meter = start("a", Map.of("connection", "rtu-tcp", "port", 0));
        try (Wire wire = new Wire(Ports.opened(meter::port))) {
            assertEquals("", wire.exchange(POLL, 0));
            meter.write(List.of(power(-700)));
            assertEquals(2 * ANSWER_BYTES, wire.exchange(POLL, ANSWER_BYTES).length());
            clock.addAndGet(Duration.ofMillis(6001).toNanos());
            assertEquals("", wire.exchange(POLL, 0));
            meter.write(List.of(power(-701)));
            assertEquals(2 * ANSWER_BYTES, wire.exchange(POLL, ANSWER_BYTES).length());
        }
    }

    @Test
    void refusesAPowerWhoseChannelSpeaksOfKilowatts() {
        Emulation meter = start("a", Map.of("connection", "rtu-tcp", "port", 0));
        ChannelRecord wrong = power(0.7);
        wrong.setChannelConfig(Map.of("+name", "grid_power", "+unit", "kW"));
        meter.write(List.of(wrong));
        assertEquals(ChannelFlag.FAILURE, wrong.getChannelStatus().getChannelFlag());
        assertEquals(
                "power_active is shown in W, but its channel's unit is kW; bring the value in W"
                        + " and let the channel say so",
                wrong.getChannelStatus().getExceptionMessage());
        assertEquals("silent-no-value", read(meter, "meter_state", DataType.STRING));
        ChannelRecord right = power(700);
        right.setChannelConfig(Map.of("+name", "grid_power", "+unit", "W"));
        meter.write(List.of(right));
        assertEquals("answering", read(meter, "meter_state", DataType.STRING));
    }

    @Test
    void severalMetersShareALineAndGoOneByOne() throws IOException {
        int port = freePort();
        Map<String, Object> line = Map.of("connection", "rtu-tcp", "port", port);
        Emulation first = start("a", line);
        Emulation second = start("b", Map.of("connection", "rtu-tcp", "port", port, "unit.id", 3));
        first.write(List.of(power(1)));
        second.write(List.of(power(2)));
        try (Wire wire = new Wire(Ports.opened(first::port))) {
            assertTrue(wire.exchange(POLL, ANSWER_BYTES).startsWith("02"));
            assertTrue(wire.exchange(POLL_UNIT_3, ANSWER_BYTES).startsWith("03"));
            first.close();
            assertEquals("", wire.exchange(POLL, 0));
            assertTrue(wire.exchange(POLL_UNIT_3, ANSWER_BYTES).startsWith("03"));
        }
    }

    @Test
    void aUnitIdAndALineBelongToTheFirst() throws IOException {
        int port = freePort();
        start("first-meter", Map.of("connection", "tcp", "port", port));
        String unit =
                assertThrows(
                                IllegalArgumentException.class,
                                () -> start("b", Map.of("connection", "tcp", "port", port)))
                        .getMessage();
        assertTrue(unit.contains("unit id 2") && unit.contains("first-meter"), unit);
        String other =
                assertThrows(
                                IllegalArgumentException.class,
                                () ->
                                        start(
                                                "b",
                                                Map.of(
                                                        "connection",
                                                        "rtu-tcp",
                                                        "port",
                                                        port,
                                                        "unit.id",
                                                        3)))
                        .getMessage();
        assertTrue(other.contains("first-meter"), other);
    }

    @Test
    void aPortInUseIsToldAndOpenedOnceItIsFree() throws IOException {
        Emulation meter;
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            meter = start("a", Map.of("connection", "tcp", "port", other.getLocalPort()));
            awaitState(meter, "line-closed");
        }
        assertTrue(Ports.opened(meter::port) > 0);
        assertEquals("silent-no-value", read(meter, "meter_state", DataType.STRING));
    }

    private static void awaitState(Emulation meter, String begin) {
        long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (!read(meter, "meter_state", DataType.STRING).toString().startsWith(begin)) {
            assertTrue(System.nanoTime() < end, "never " + begin);
            Thread.onSpinWait();
        }
    }

    @Test
    void whoIsNotOnTheAllowListIsHungUp() throws IOException {
        Emulation meter =
                start("a", Map.of("connection", "tcp", "port", 0, "allow.list", "10.0.0.0/8"));
        try (Wire wire = new Wire(Ports.opened(meter::port))) {
            assertTrue(wire.isHungUp());
        }
    }

    @Test
    void aWrongValueIsThatChannelsFailureOnly() {
        Emulation meter = start("a", Map.of("connection", "tcp", "port", 0));
        ChannelRecord good = power(5);
        ChannelRecord absurd =
                ChannelRecord.createWriteRecord(
                        "grid_voltage_l1", TypedValues.newDoubleValue(2300));
        ChannelRecord nan =
                ChannelRecord.createWriteRecord(
                        "l1_current", TypedValues.newDoubleValue(Double.NaN));
        ChannelRecord unknown =
                ChannelRecord.createWriteRecord("grid_mood", TypedValues.newDoubleValue(1));
        meter.write(List.of(good, absurd, nan, unknown));
        assertEquals(ChannelFlag.SUCCESS, good.getChannelStatus().getChannelFlag());
        for (ChannelRecord wrong : List.of(absurd, nan, unknown)) {
            assertEquals(ChannelFlag.FAILURE, wrong.getChannelStatus().getChannelFlag());
        }
        String why = absurd.getChannelStatus().getExceptionMessage();
        assertTrue(why.contains("2300") && why.contains("unit and scale"), why);
        assertEquals("answering", read(meter, "meter_state", DataType.STRING));
    }

    @Test
    void aBroadcastIsCarriedOutAndUnanswered() throws IOException {
        Emulation meter = start("a", Map.of("connection", "rtu-tcp", "port", 0));
        meter.write(List.of(power(1)));
        try (Wire wire = new Wire(Ports.opened(meter::port))) {
            assertEquals("", wire.exchange("0006064700037887", 0));
            assertEquals("0203020003bc45", wire.exchange("02030647000134a4", 7));
        }
    }
}
