package io.wattwire.driver.sunspec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.wattwire.device.link.LinkException;
import io.wattwire.device.model.Range;
import io.wattwire.device.model.RegisterKind;
import io.wattwire.device.server.Answer;
import io.wattwire.device.session.WriteRefused;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The driver against words behind a real Modbus server. */
class SunspecOnTheWireTest {

    @Test
    void eachDeviceIsRecognisedByItsChain() throws Exception {
        for (String model :
                List.of(
                        "inverter",
                        "solaredge",
                        "solaredge-der",
                        "fronius",
                        "fronius-hybrid",
                        "der",
                        "meter")) {
            try (Device device = new Device(model)) {
                assertEquals(model, device.session.identity().model());
                assertEquals("SIM00001", device.session.identity().serial());
                assertTrue(device.session.identity().recognised());
            }
        }
    }

    @Test
    void theRatingIsReadWithItsScale() throws Exception {
        try (Device device = new Device("fronius")) {
            assertEquals(10_000, device.session.identity().ratedPowerW().orElseThrow());
            assertEquals(10_000.0, device.read("inverter_rated_power"));
        }
    }

    @Test
    void valuesAreExactDecimalsInTheScaleOfTheDevice() throws Exception {
        try (Device device = new Device("solaredge")) {
            device.set(103, 10, 2302).set(103, 16, 5001).set(103, 24, 1, 2);
            assertEquals(230.2, device.read("inverter_voltage_l1"));
            assertEquals(50.01, device.read("ac_frequency"));
            assertEquals(65.538, device.read("inverter_energy_total"));
        }
    }

    /** SolarEdge changes its scales while it runs. */
    @Test
    void aScaleThatChangesCountsFromTheSameCycleOn() throws Exception {
        try (Device device = new Device("solaredge")) {
            device.set(103, 14, 2057).set(103, 15, -1);
            assertEquals(205.7, device.read("inverter_power"));
            device.set(103, 14, 2057).set(103, 15, 0);
            assertEquals(2057.0, device.read("inverter_power"));
            device.set(103, 14, -12).set(103, 15, 1);
            assertEquals(-120.0, device.read("inverter_power"));
        }
    }

    @Test
    void aScaleThatIsNoneGivesNoValue() throws Exception {
        try (Device device = new Device("solaredge")) {
            device.set(103, 14, 2057);
            for (int none : new int[] {0x8000, 11, -11, 0x7FFF}) {
                device.set(103, 15, none);
                assertFalse(device.reading("inverter_power").good(), "scale " + none);
            }
            device.set(103, 15, 10);
            assertEquals(2057e10, device.read("inverter_power"));
        }
    }

    /** 0 says so by the specification; devices fill a counter that they lack with ones, too. */
    @Test
    void aCounterThatIsNotImplementedIsNoValue() throws Exception {
        try (Device device = new Device("solaredge")) {
            for (int word : new int[] {0, 0xFFFF}) {
                device.set(103, 24, word, word);
                assertFalse(device.reading("ac_energy").good(), "words " + word);
                assertFalse(device.reading("inverter_energy_total").good(), "words " + word);
            }
        }
    }

    @Test
    void whatIsNotImplementedIsNoValue() throws Exception {
        try (Device device = new Device("solaredge")) {
            device.set(103, 14, 0x8000).set(103, 2, 0xFFFF).set(103, 24, 0, 0);
            device.set(103, 38, 0xFFFF).set(103, 40, 0xFFFF, 0xFFFF);
            for (String name :
                    List.of("ac_power", "ac_current", "ac_energy", "ac_state", "ac_events_1")) {
                assertFalse(device.reading(name).good(), name);
            }
        }
        try (Device device = new Device("inverter")) {
            device.set(113, 22, 0x7FC0, 0);
            assertFalse(device.reading("inverter_power").good());
            device.set(113, 22, 0x454E, 0x4000);
            assertEquals(3300.0, device.read("inverter_power"));
        }
    }

    /** SolarEdge counts export as +, Fronius and the others import; ours is + import. */
    @Test
    void theSignOfTheMeterIsOurs() throws Exception {
        try (Device device = new Device("solaredge")) {
            device.set(203, 18, -1500).set(203, 19, 400).set(203, 8, 2310);
            assertEquals(1500.0, device.read("grid_power"));
            assertEquals(-400.0, device.read("grid_power_l1"));
            assertEquals(231.0, device.read("grid_voltage_l1"));
        }
        try (Device device = new Device("meter")) {
            device.set(203, 18, -1500).set(203, 38, 0, 7000).set(203, 46, 0, 9000);
            assertEquals(-1500.0, device.read("grid_power"));
            assertEquals(7.0, device.read("grid_energy_export"));
            assertEquals(9.0, device.read("grid_energy_import"));
        }
    }

    @Test
    void aSecondMeterHasItsOwnPlaceAndNames() throws Exception {
        try (Device device = new Device("solaredge")) {
            device.setIn(1, 203, 18, 100).setIn(2, 203, 18, 200);
            assertEquals(100.0, device.read("meter_power"));
            assertEquals(200.0, device.read("meter2_power"));
            assertFalse(device.reading("meter3_power").good());
            assertEquals("WattNode", device.read("meter2_manufacturer"));
        }
    }

    @Test
    void theBatteryOfAHybridIsNotPv() throws Exception {
        try (Device device = new Device("fronius-hybrid")) {
            device.set(160, 10 + 11, 3000).set(160, 30 + 11, 1000);
            device.set(160, 50 + 11, 700).set(160, 70 + 11, 0);
            device.set(124, 8, 5550);
            assertEquals(4000.0, device.read("pv_power"));
            assertEquals(700.0, device.read("battery_power"));
            assertEquals(55.5, device.read("battery_soc"));
            device.set(160, 50 + 11, 0).set(160, 70 + 11, 650);
            assertEquals(-650.0, device.read("battery_power"));
        }
    }

    @Test
    void theSeriesOf700HasPhasesAndState() throws Exception {
        try (Device device = new Device("der")) {
            device.set(701, 10, 6000).set(701, 41, 2000).set(701, 4, 3).set(701, 47, 2305);
            device.set(713, 4, 421);
            assertEquals(6000.0, device.read("inverter_power"));
            assertEquals(2000.0, device.read("inverter_power_l1"));
            assertEquals(230.5, device.read("inverter_voltage_l1"));
            assertEquals("running", device.read("device_state"));
            assertEquals(42.1, device.read("battery_soc"));
        }
    }

    @Test
    void theChainIsWalkedOncePerConnection() throws Exception {
        try (Device device = new Device("fronius")) {
            device.read("inverter_power");
            device.reads.clear();
            device.read("inverter_power");
            List<Range> headers =
                    device.places.stream().map(place -> header(place.address())).toList();
            assertTrue(device.reads.size() == 1, device.reads.toString());
            assertTrue(headers.stream().noneMatch(device.reads::contains));
        }
    }

    private static Range header(int address) {
        return new Range(RegisterKind.HOLDING, address, address + 1);
    }

    @Test
    void noRequestReachesFromOneModelIntoTheNext() throws Exception {
        try (Device device = new Device("solaredge")) {
            device.read("ac_vendor_events_4");
            device.reads.clear();
            device.session.prepare(List.of("ac_dc_power", "mppt1_power", "meter_power")).read();
            for (Range read : device.reads) {
                assertTrue(
                        device.places.stream()
                                .anyMatch(
                                        place ->
                                                place.address() <= read.from()
                                                        && read.to()
                                                                < place.address() + place.words()),
                        read + " lies in no single model");
            }
            assertEquals(3, device.reads.size());
        }
    }

    @Test
    void aDeviceWithoutSunSpecSaysSo() throws Exception {
        try (Device device = new Device("solaredge")) {
            device.words.clear();
            String problem = String.valueOf(device.read("inverter_power"));
            assertTrue(problem.contains("no SunSpec models"), problem);
            assertThrows(
                    LinkException.class,
                    () -> device.session.write("inverter_power_limit", 1000.0));
            assertEquals(List.of(), device.writes);
        }
    }

    /** Reversion of 123 would end the limit, so it is switched off before the limit counts. */
    @Test
    void theLimitOf123NeverEndsByItself() throws Exception {
        try (Device device = new Device("fronius")) {
            device.set(123, 7, 60);
            device.session.write("inverter_power_limit", 4321.0);
            assertEquals(List.of("123+7 [0]", "123+5 [4321]", "123+9 [1]"), device.writes);
            assertEquals(4321.0, device.read("inverter_power_limit"));
            assertEquals(1.0, device.read("inverter_power_limit_step"));
            device.writes.clear();
            device.session.write("inverter_power_limit", 5000.99);
            assertEquals(List.of("123+5 [5000]", "123+9 [1]"), device.writes);
            device.writes.clear();
            device.session.release();
            assertEquals(
                    Set.of("123+5 [10000]", "123+7 [60]", "123+9 [0]"), Set.copyOf(device.writes));
        }
    }

    @Test
    void theLimitOf704FallsBackWhenNobodyRepeatsIt() throws Exception {
        try (Device device = new Device("der")) {
            device.session.write("inverter_power_limit", 4000.0);
            assertEquals(
                    List.of(
                            "704+16 [0]",
                            "704+17 [1]",
                            "704+18 [0, 60]",
                            "704+15 [400]",
                            "704+14 [1]"),
                    device.writes);
            assertEquals(4000.0, device.read("inverter_power_limit"));
            device.writes.clear();
            device.pass(Duration.ofSeconds(31));
            device.read("inverter_power");
            assertEquals(List.of("704+15 [400]", "704+14 [1]"), device.writes);
        }
    }

    @Test
    void aFallBackOfTheInstallerStays() throws Exception {
        try (Device device = new Device("der")) {
            device.set(704, 16, 300);
            device.session.write("inverter_power_limit", 4000.0);
            assertFalse(device.writes.contains("704+16 [0]"), device.writes.toString());
        }
    }

    @Test
    void aDirectWriteGoesInTheScaleOfNow() throws Exception {
        try (Device device = new Device("fronius")) {
            device.set(123, 25, -1);
            device.session.write("control_reactive_of_max_power", 12.5);
            assertEquals(List.of("123+15 [125]"), device.writes);
            device.set(123, 25, 0x8000);
            assertThrows(
                    WriteRefused.class,
                    () -> device.session.write("control_reactive_of_max_power", 12.5));
        }
    }

    @Test
    void aLimitBeyondTheMaximumIsTheMaximum() throws Exception {
        try (Device device = new Device("fronius")) {
            device.session.write("inverter_power_limit", 12_000.0);
            assertEquals(List.of("123+5 [10000]", "123+9 [1]"), device.writes);
        }
    }

    @Test
    void whatIsNoLimitIsRefused() throws Exception {
        try (Device device = new Device("fronius")) {
            for (double wrong : new double[] {-1, Double.NaN, Double.POSITIVE_INFINITY}) {
                assertThrows(
                        WriteRefused.class,
                        () -> device.session.write("inverter_power_limit", wrong));
            }
            assertEquals(List.of(), device.writes);
        }
    }

    @Test
    void aDeviceWithoutTheModelHasNoLimit() throws Exception {
        try (Device device = new Device("meter")) {
            assertThrows(
                    WriteRefused.class, () -> device.session.write("inverter_power_limit", 1000.0));
            assertEquals(List.of(), device.writes);
        }
    }

    /** After silence another device may be there, with its models in other places. */
    @Test
    void aReturningDeviceIsAskedAnewWhereItsModelsAre() throws Exception {
        try (Device device = new Device("solaredge", Duration.ofMillis(1500))) {
            device.set(103, 14, 1234);
            assertEquals(1234.0, device.read("inverter_power"));
            device.session.write("inverter_power_limit", 3000.0);
            device.writes.clear();
            device.answer(Answer.silent());
            for (int i = 0; i < 2; i++) {
                assertFalse(device.reading("inverter_power").good());
                device.pass(Duration.ofSeconds(40));
            }
            device.become("inverter");
            device.set(113, 22, 0x454E, 0x4000);
            device.answer(Answer.normal());
            device.pass(Duration.ofSeconds(3));
            device.read("inverter_power");
            assertEquals(3300.0, device.read("inverter_power"));
            assertEquals("inverter", device.session.identity().model());
            assertTrue(
                    device.writes.stream().allMatch(write -> write.startsWith("123+")),
                    device.writes.toString());
        }
    }

    /** A walk that time cuts short goes on where it was. */
    @Test
    void aWalkIsFinishedOverSeveralReads() throws Exception {
        try (Device device = new Device("der", Duration.ofMillis(500))) {
            device.answer(Answer.normal().delayed(Duration.ofMillis(60)));
            device.set(701, 10, 6000);
            Object value = "";
            int reads = 0;
            for (; reads < 20 && !value.equals(6000.0); reads++) {
                value = device.read("inverter_power");
            }
            assertEquals(6000.0, value);
            long marks = device.reads.stream().filter(read -> read.from() == 40_000).count();
            assertTrue(marks < reads, marks + " times from the beginning in " + reads + " reads");
        }
    }
}
