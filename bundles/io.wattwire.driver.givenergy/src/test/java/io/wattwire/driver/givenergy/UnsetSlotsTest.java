package io.wattwire.driver.givenergy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.wattwire.device.link.GivEnergy;
import io.wattwire.device.link.LinkPool;
import io.wattwire.device.model.Operation;
import io.wattwire.device.model.Reading;
import io.wattwire.device.model.Register;
import io.wattwire.device.model.WriteRole;
import io.wattwire.device.server.ModbusServer;
import io.wattwire.device.session.DeviceSession;
import io.wattwire.device.session.SessionSettings;
import io.wattwire.device.session.StateStore;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A slot that was never set holds 60 at both ends, which is no time of day: it is off. */
class UnsetSlotsTest {

    private static final int INVERTER = 0x11;
    private static final int NEVER_SET = 60;

    private final WrittenBank bank = new WrittenBank();
    private final AtomicLong skipped = new AtomicLong();
    private final LinkPool pool = new LinkPool();
    private ModbusServer server;
    private DeviceSession session;

    /** Fresh from the factory: every time of day in the settings is 60. */
    private void start(String model, int type, int firmware) throws Exception {
        bank.holding(0, new int[600]).holding(1000, new int[200]).holding(2000, new int[100]);
        bank.input(0, new int[360]).input(1000, new int[420]).input(2000, new int[100]);
        bank.holding(0, type).holding(19, firmware, 0, firmware).holding(27, 1);
        bank.holding(35, 26, 1, 31, 10, 5, 0).holding(55, 160).input(5, 2410);
        for (Register register : Banks.FAMILY.table().forModel(model).registers()) {
            if (register.name().matches(".*_slot_?\\d*(_copy)?_(start|end)")) {
                bank.holding(register.address(), NEVER_SET);
            }
        }
        server =
                ModbusServer.builder()
                        .unit(INVERTER, bank)
                        .givEnergy(InetAddress.getLoopbackAddress(), 0, "WF2125G000", "AE1234G567")
                        .start();
        session =
                new DeviceSession(
                        Banks.FAMILY,
                        SessionSettings.of(new GivEnergy("127.0.0.1", server.port()), INVERTER)
                                .readDeadline(Duration.ofSeconds(10))
                                .writable(WriteRole.OWNER)
                                .build(),
                        "test",
                        StateStore.inMemory(),
                        pool,
                        () -> System.nanoTime() + skipped.get(),
                        System::currentTimeMillis);
        assertEquals(model, session.identity().model());
    }

    @AfterEach
    void stop() {
        session.close();
        server.close();
    }

    private Map<String, String> read(List<String> names) {
        return session.prepare(names).read().stream()
                .collect(
                        Collectors.toMap(
                                Reading::name,
                                it -> it.good() ? it.value().toString() : it.problem()));
    }

    private String read(String name) {
        return read(List.of(name)).get(name);
    }

    @ParameterizedTest
    @CsvSource({
        "gen1,0x2001,449,4",
        "gen3,0x2001,312,21",
        "aio,0x8001,612,21",
        "three-phase,0x4003,100,20",
        "ems,0x5001,100,9"
    })
    void everySlotReadsAsOff(String model, int type, int firmware, int count) throws Exception {
        start(model, type, firmware);
        List<String> slots =
                Banks.FAMILY.operations(model).stream()
                        .filter(it -> it instanceof SlotCommand)
                        .filter(it -> !it.readBackRegisters().isEmpty())
                        .map(Operation::name)
                        .toList();
        Map<String, String> off = new TreeMap<>();
        slots.forEach(slot -> off.put(slot, "off"));
        assertEquals(off, new TreeMap<>(read(slots)));
        assertEquals(count, slots.size());
    }

    @Test
    void halfASlotSaysWhichHalfIsMissing() throws Exception {
        start("gen1", 0x2001, 449);
        bank.holding(32, 430);
        String problem = read("charge_slot_2");
        assertTrue(problem.contains("charge_slot_2_start"), problem);
        assertEquals("04:30", read("charge_slot_2_end"));
    }

    @Test
    void itIsSetLikeAnyOtherAndReadsAsWhatWasSet() throws Exception {
        start("gen1", 0x2001, 449);
        session.write("charge_slot_2", "01:00-04:30");
        assertEquals(List.of("31=100", "32=430"), bank.writes());
        assertEquals("01:00-04:30", read("charge_slot_2"));
    }

    @Test
    void aForcedChargeLeavesItAsItFoundIt() throws Exception {
        start("gen1", 0x2001, 449);
        assertEquals("0.0", read("battery_force_charge"));
        session.write("battery_force_charge", 30.0);
        assertEquals("30.0", read("battery_force_charge"));
        session.write("battery_force_charge", 0.0);
        assertEquals(NEVER_SET, bank.word(94));
        assertEquals(NEVER_SET, bank.word(95));
        skipped.addAndGet(Duration.ofSeconds(11).toNanos());
        assertEquals("off", read("charge_slot_1"));
    }

    @Test
    void aSetPointIsReadBackWhereTheOtherSlotWasNeverSet() throws Exception {
        start("gen1", 0x2001, 449);
        session.write("battery_power_setpoint", -1000.0);
        assertEquals("-983.04", read("battery_power_setpoint"));
    }
}
