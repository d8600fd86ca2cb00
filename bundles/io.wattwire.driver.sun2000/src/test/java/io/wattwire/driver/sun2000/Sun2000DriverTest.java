package io.wattwire.driver.sun2000;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.wattwire.device.model.Access;
import io.wattwire.device.model.DeviceFamily;
import io.wattwire.device.model.Model;
import io.wattwire.device.model.Presence;
import io.wattwire.device.model.Register;
import io.wattwire.device.model.RegisterTable;
import io.wattwire.device.model.WriteRole;
import io.wattwire.device.plan.Block;
import io.wattwire.device.plan.Cost;
import io.wattwire.device.plan.ReadPlanner;
import io.wattwire.device.plan.Span;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class Sun2000DriverTest {

    private static final DeviceFamily FAMILY = new Sun2000Driver().family();
    private static final RegisterTable TABLE = FAMILY.table();

    private static Register register(String name) {
        return TABLE.register(name).orElseThrow(() -> new AssertionError(name));
    }

    @Test
    void theTablesOfOneBatteryAreNotThoseOfAnother() {
        RegisterTable luna = TABLE.forModel("sun2000-3ph");
        RegisterTable lg = TABLE.forModel("sun2000-3ph-lg");
        assertTrue(luna.register("tou_14_days").isPresent());
        assertFalse(luna.register("tou_price_01_price").isPresent());
        assertFalse(lg.register("tou_14_days").isPresent());
        assertTrue(lg.register("price_10_price").isPresent());
    }

    /** 40000 is the inverter's clock, and EMMA's mode. */
    @Test
    void whatIsDoubledBelongsToEmma() {
        assertEquals("", register("system_time").service());
        assertEquals("emma", register("emma_ess_control_mode").service());
        assertEquals(40000, register("emma_ess_control_mode").address());
        assertFalse(FAMILY.service("emma").orElseThrow().unit().isPresent());
        assertFalse(FAMILY.service("emma").orElseThrow().sameUnit());
    }

    @Test
    void noRequestIsLongerOrJumpsFurtherThanOthersDare() {
        for (Model model : FAMILY.models()) {
            for (String unit : List.of("emma", "sdongle", "")) {
                List<Span> all =
                        TABLE.forModel(model.name()).registers().stream()
                                .filter(r -> unit.equals(ofUnit(r.service())))
                                .filter(r -> r.access() != Access.W)
                                .map(r -> new Span(r.kind(), r.address(), r.type().words()))
                                .toList();
                Cost slow = Cost.tcp(Duration.ofMillis(300));
                for (Block block : ReadPlanner.plan(all, FAMILY.rules(), slow, Set.of())) {
                    assertTrue(block.count() <= 64, model + ": " + block);
                    assertTrue(widestGap(block, all) < 16, model + ": " + block);
                    assertFalse(
                            block.address() < 37101 && block.address() + block.count() > 37101,
                            "asks for the meter with others: " + block);
                }
            }
        }
    }

    private static String ofUnit(String service) {
        return Set.of("emma", "sdongle").contains(service) ? service : "";
    }

    private static int widestGap(Block block, List<Span> all) {
        int gap = 0;
        int widest = 0;
        for (int i = block.address(); i < block.address() + block.count(); i++) {
            int address = i;
            boolean known = all.stream().anyMatch(s -> s.address() <= address && address < s.end());
            gap = known ? 0 : gap + 1;
            widest = Math.max(widest, gap);
        }
        return widest;
    }

    @Test
    void nothingOfTheMeterIsAskedForButItsStatusWhileItIsOffline() {
        Presence meter = FAMILY.presences().get(0);
        for (Register register : TABLE.registers()) {
            boolean behind =
                    register.address() >= 37101
                            && register.address() <= 37138
                            && register.service().equals("meter");
            assertEquals(behind, meter.guards(register), register.name());
        }
        assertEquals(Optional.of("offline"), register("meter_status").decode(new int[] {0}));
        assertEquals(Optional.of("normal"), register("meter_status").decode(new int[] {1}));
    }

    @Test
    void theGridCodeIsReadOnly() {
        for (Register register : TABLE.registers()) {
            boolean gridCode =
                    ofUnit(register.service()).isEmpty()
                            && (register.address() >= 40120 && register.address() < 40200
                                    || register.address() >= 42000 && register.address() <= 42152);
            if (gridCode && register.access() != Access.R) {
                assertTrue(
                        Set.of(
                                        "active_power_percentage_derating",
                                        "active_power_fixed_value_derating")
                                .contains(register.name()),
                        register.name());
                assertEquals(WriteRole.INSTALLER, register.role());
            }
        }
    }

    @Test
    void startsStopsAndWhatTakesAHouseOffTheGridAreNobodysToWrite() {
        Set<String> never =
                TABLE.registers().stream()
                        .filter(register -> register.access() != Access.R)
                        .filter(register -> register.role() == WriteRole.NEVER)
                        .map(Register::name)
                        .collect(Collectors.toSet());
        assertEquals(
                Set.of(
                        "startup",
                        "shutdown",
                        "reset_inverter",
                        "heartbeat",
                        "backup_switch_to_off_grid",
                        "backup_voltage_independent_operation"),
                never);
        never.forEach(name -> assertTrue(register(name).note().contains("Wattwire never"), name));
    }

    @Test
    void anOwnerWritesWhatHisBatteryDoes() {
        for (Register register : TABLE.registers()) {
            if (register.role() == WriteRole.OWNER) {
                assertTrue(Set.of("battery", "emma").contains(register.service()), register.name());
            }
        }
    }

    @Test
    void hasPatienceWithASlowDongle() {
        assertEquals(Duration.ofSeconds(1), FAMILY.link().connectDelay());
        assertEquals(Duration.ofMillis(50), FAMILY.link().pause());
        assertEquals(Duration.ofSeconds(4), FAMILY.readDeadline());
    }
}
