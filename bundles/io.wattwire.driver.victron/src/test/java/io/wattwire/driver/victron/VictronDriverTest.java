package io.wattwire.driver.victron;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.wattwire.device.model.Access;
import io.wattwire.device.model.Identity;
import io.wattwire.device.model.Model;
import io.wattwire.device.model.Register;
import io.wattwire.device.model.RegisterTable;
import io.wattwire.device.model.Service;
import io.wattwire.device.model.Storage;
import io.wattwire.device.model.WriteRole;
import io.wattwire.device.plan.Block;
import io.wattwire.device.plan.Cost;
import io.wattwire.device.plan.ReadPlanner;
import io.wattwire.device.plan.Span;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class VictronDriverTest {

    private static final RegisterTable TABLE = Gx.FAMILY.table();

    @Test
    void noRequestMixesTwoServices() {
        Map<Integer, String> services = new TreeMap<>();
        List<Register> registers = TABLE.forModel("gx").registers();
        registers.forEach(row -> services.put(row.address(), row.service()));
        List<Span> all =
                registers.stream()
                        .map(row -> new Span(row.kind(), row.address(), row.type().words()))
                        .toList();
        Cost slowStart = Cost.rtu(115_200, 10, Duration.ofMillis(400));
        for (Block block : ReadPlanner.plan(all, Gx.FAMILY.rules(), slowStart, Set.of())) {
            Set<String> asked =
                    services.entrySet().stream()
                            .filter(entry -> entry.getKey() >= block.address())
                            .filter(entry -> entry.getKey() < block.address() + block.count())
                            .map(Map.Entry::getValue)
                            .collect(Collectors.toSet());
            assertEquals(1, asked.size(), block + " asks " + asked);
            assertTrue(block.count() <= 125, block.toString());
        }
    }

    @Test
    void theSettingsBetween2700And2724ChangeHands() {
        assertEquals("settings", Gx.register(2708, 1).service());
        assertEquals("hub4", Gx.register(2709, 1).service());
        assertEquals("settings", Gx.register(2710, 1).service());
        assertEquals("hub4", Gx.register(2716, 2).service());
        assertEquals("settings", Gx.register(2718, 1).service());
        assertEquals("hub4", Gx.register(2724, 1).service());
    }

    /** A wrong default would silently show another device. */
    @Test
    void onlyUnitIdsThatMostSitesHaveAreAssumed() {
        Map<String, Integer> known =
                Gx.FAMILY.services().stream()
                        .filter(service -> service.unit().isPresent())
                        .collect(Collectors.toMap(Service::name, s -> s.unit().getAsInt()));
        assertEquals(Map.of("vebus", 227, "battery", 225), known);
        assertEquals(100, Gx.FAMILY.link().unit());
    }

    @Test
    void theTableHasAllRowsOfTheList() {
        assertTrue(TABLE.forModel("gx").registers().size() >= 836);
    }

    @Test
    void signsAreThoseOfTheVocabulary() {
        Gx gx =
                Gx.house("gx")
                        .put(256, 0xFFFF, 0xFC18)
                        .put(261, 0xFF38)
                        .put(902, 0, 700, 0, 0, 0, 0);
        assertEquals(Optional.of(900.0), gx.point("grid_power"), "+ is import");
        assertEquals(Optional.of(-400.0), gx.point("inverter_power"), "charging takes power");
        assertEquals(Optional.of(-100.0), gx.point("inverter_power_l1"));
        assertEquals(Optional.of(200.0), gx.point("backup_power"));
        assertEquals(Optional.of(-1_000.0), gx.point("battery_power"), "- is discharging");
        assertEquals(Optional.of(-20.0), gx.point("battery_current"));
        assertEquals(Optional.of(700.0), gx.point("load_power"));
        gx.put(908, 0xFFFF, 0xFFCE);
        assertEquals(Optional.of(-50.0), gx.point("grid_power_l1"), "- is export");
        Gx pv = new Gx("gx-pvinverter").put(1052, 0, 4_000);
        assertEquals(Optional.of(4_000.0), pv.point("inverter_power"));
    }

    @Test
    void aBatteryWithoutLimitsOfABmsHasNoMostPower() {
        Gx gx = new Gx("gx").put(259, 5_200).put(305, 0, 0, 0, 0);
        assertTrue(gx.point("battery_max_charge_power").isEmpty(), "0 V is no limit of a BMS");
        gx.put(305, 568, 480, 1_000, 0);
        assertEquals(Optional.of(5_200.0), gx.point("battery_max_charge_power"));
        assertEquals(Optional.of(0.0), gx.point("battery_max_discharge_power"), "the BMS forbids");
    }

    /** HomeBattery calls it a mode. */
    @Test
    void register327IsAnAlarm() {
        assertEquals(Optional.of("Alarm"), Gx.register(327, 1).decode(new int[] {2}));
    }

    @Test
    void aGxIsKnownByItsPortalId() {
        VictronIdentification identification = new VictronIdentification();
        Gx gx = Gx.house("gx").put(800, ascii("c0619ab1f2d3")).put(834, 0x0003, 0x5200);
        assertEquals(
                new Identity("gx", "c0619ab1f2d3", "35200", OptionalDouble.of(9_000), true),
                identification.identify(gx));
        for (String other : List.of("SMA 12345678", "            ")) {
            Identity unknown = identification.identify(Gx.house("gx").put(800, ascii(other)));
            assertFalse(unknown.recognised(), other);
        }
        assertFalse(identification.identify(new Gx("gx")).recognised());
    }

    private static int[] ascii(String text) {
        int[] words = new int[text.length() / 2];
        for (int i = 0; i < words.length; i++) {
            words[i] = text.charAt(2 * i) << 8 | text.charAt(2 * i + 1);
        }
        return words;
    }

    @Test
    void whatCommandsTheBatteryOrAnInverterIsVolatile() {
        for (Model model : Gx.FAMILY.models()) {
            for (Register row : TABLE.forModel(model.name()).registers()) {
                boolean cycled =
                        row.name()
                                        .matches(
                                                "vebus_setpoint_l\\d|.*_grid_setpoint|pvinverter_power_limit")
                                && row.role() == WriteRole.OWNER
                                && !row.service().equals("settings");
                assertTrue(!cycled || row.storage() == Storage.VOLATILE, row.name());
            }
        }
        for (int stored : List.of(2700, 2703, 2705, 2707, 2902)) {
            assertEquals(Storage.FLASH, Gx.register(stored, 1).storage());
        }
    }

    @Test
    void triggersMeasurementsAndMicroGridAreNobodysToWrite() {
        for (int address : List.of(37, 40, 41, 62, 105, 211, 219, 222, 230, 2704, 2706, 3823)) {
            assertEquals(WriteRole.NEVER, Gx.register(address, 1).role(), address + "");
        }
        assertEquals(WriteRole.NEVER, Gx.register(1052, 2).role());
        assertEquals(WriteRole.NEVER, Gx.register(1054, 2).role());
    }

    @Test
    void whatNobodyMayWriteSaysWhy() {
        for (Register row : TABLE.registers()) {
            boolean shut = row.access() != Access.R && row.role() == WriteRole.NEVER;
            assertTrue(!shut || row.note().matches("(Wattwire never|Not written).*"), row.name());
        }
    }

    @Test
    void feedInAndInputLimitsAreAnInstallers() {
        for (int address : List.of(22, 65, 66, 2707, 2708, 2711, 2713, 2714, 2718, 5424)) {
            assertEquals(WriteRole.INSTALLER, Gx.register(address, 1).role(), address + "");
        }
    }
}
