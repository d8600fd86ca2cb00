package io.wattwire.device.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.wattwire.device.link.LinkException;
import io.wattwire.device.model.BlockRules;
import io.wattwire.device.model.Reading;
import io.wattwire.device.model.Register;
import io.wattwire.device.plan.Cost;
import io.wattwire.device.server.Answer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DeviceSessionReadTest {

    private static final Duration DEADLINE = Duration.ofMillis(1000);

    private Bench bench = new Bench(settings -> settings.readDeadline(DEADLINE));

    @AfterEach
    void close() {
        bench.close();
    }

    private void bench(UnaryOperator<SessionSettings.Builder> settings) {
        bench.close();
        bench = new Bench(settings);
    }

    private static Map<String, Reading> byName(List<Reading> readings) {
        return readings.stream().collect(Collectors.toMap(Reading::name, Function.identity()));
    }

    @Test
    void readsPointsAndRegistersInTheOrderAsked() {
        List<Reading> readings =
                bench.session
                        .prepare(List.of("serial", "inverter_power", "voltage", "energy"))
                        .read();
        assertEquals(
                List.of("ABCD", 1000.0, 230.1, 1234.5),
                readings.stream().map(Reading::value).toList());
        assertEquals("W", readings.get(1).unit());
        assertTrue(readings.stream().allMatch(Reading::good));
    }

    @Test
    void opensNothingBeforeTheFirstRead() {
        bench.session.prepare(List.of("power"));
        assertEquals(List.of(), bench.asked());
        assertEquals(LinkState.WAITING, bench.session.health().state());
    }

    @Test
    void readsOnlyWhatTheNamesNeed() {
        bench.read("power");
        assertEquals(List.of("read 0 2"), bench.asked());
    }

    @Test
    void fastValuesComeEachCycleAndLastSlowOnesOncePerPeriodStaticOnesOnce() {
        DeviceSession.Prepared prepared =
                bench.session.prepare(List.of("power", "energy", "serial"));
        prepared.read();
        bench.asked();
        for (int second = 1; second < 10; second++) {
            bench.pass(1);
            prepared.read();
            assertEquals(List.of("read 0 2"), bench.asked());
        }
        bench.pass(1);
        prepared.read();
        assertEquals(List.of("read 10 2", "read 0 2"), bench.asked());
    }

    @Test
    void aSlowValueThatDoesNotComeCostsNoFastOne() {
        DeviceSession.Prepared prepared = bench.session.prepare(List.of("power", "energy"));
        prepared.read();
        bench.pass(10);
        bench.silenceAt(Bench.ENERGY);
        Reading power = prepared.read().get(0);
        assertTrue(power.good(), power.problem());
        assertEquals(0, power.timestampMillis() - bench.clock.millis());
    }

    @Test
    void noRequestHoldsA9600BaudLineForLongWhateverTheDeviceAllows() {
        List<Integer> words = new ArrayList<>();
        Planning planning =
                new Planning(
                        BlockRules.standard(),
                        bench.units(),
                        () -> Cost.rtu(9600, 10, Duration.ofMillis(16)),
                        () -> 1);
        List<Register> registers = bench.session.table().registers();
        planning.batches(registers).forEach(batch -> words.add(batch.block().count()));
        assertTrue(words.stream().allMatch(count -> count <= 40), words.toString());
        assertTrue(words.size() > 1, "the bench has 61 addresses");
    }

    @Test
    void slowValuesKeepTheirTimeAndGetStaleAfterThreePeriods() {
        DeviceSession.Prepared prepared = bench.session.prepare(List.of("power", "energy"));
        Reading first = byName(prepared.read()).get("energy");
        bench.answer = Answer.exception(4);
        bench.pass(29);
        Reading kept = byName(prepared.read()).get("energy");
        assertTrue(kept.good());
        assertEquals(first.timestampMillis(), kept.timestampMillis());
        bench.pass(2);
        Reading stale = byName(prepared.read()).get("energy");
        assertFalse(stale.good());
        assertTrue(stale.problem().startsWith("stale: last read 31 s ago"), stale.problem());
    }

    @Test
    void anInvalidMarkIsNoValue() {
        bench.set(Bench.VOLTAGE, 0xFFFF);
        Reading reading = bench.read("inverter_voltage_l1");
        assertFalse(reading.good());
        assertEquals("voltage: the device marks it as having no value now", reading.problem());
    }

    @Test
    void anIllegalAddressIsFoundRememberedAndCostsNoOtherValue() {
        bench.remove(Bench.VOLTAGE);
        DeviceSession.Prepared prepared =
                bench.session.prepare(List.of("power", "voltage", "energy", "rated"));
        List<Reading> readings = prepared.read();
        assertEquals(
                List.of(true, false, true, true), readings.stream().map(Reading::good).toList());
        assertTrue(
                readings.get(1).problem().startsWith("this device does not have it"),
                readings.get(1).problem());
        bench.asked();
        bench.pass(1);
        assertFalse(prepared.read().get(1).good());
        assertEquals(List.of("read 0 2"), bench.asked(), "the hole is not asked for again");
        assertFalse(bench.read("voltage").good(), "nor by another plan");
        assertEquals(List.of(), bench.asked());
    }

    @Test
    void addressesBetweenRegistersThatTheDeviceRefusesAreNotBlamedOnTheRegisters() {
        DeviceSession.Prepared prepared = bench.session.prepare(List.of("rate", "memory", "upper"));
        assertTrue(prepared.read().stream().allMatch(Reading::good));
        bench.pass(10);
        assertTrue(prepared.read().stream().allMatch(Reading::good));
    }

    @Test
    void anUnknownNameNamesTheNearest() {
        assertEquals(
                "the bench has no register or point 'inverter_powr'; did you mean 'inverter_power'?",
                bench.read("inverter_powr").problem());
    }

    @Test
    void healthIsAnsweredEvenByADeadLink() {
        bench.answer = Answer.silent();
        List<Reading> readings =
                bench.session
                        .prepare(
                                List.of(
                                        "power",
                                        "link_state",
                                        "link_last_error",
                                        "link_round_trip_ms",
                                        "link_age_ms",
                                        "inverter_power_age_ms"))
                        .read();
        assertFalse(readings.get(0).good());
        assertTrue(readings.subList(1, 6).stream().allMatch(Reading::good), readings.toString());
        assertEquals("waiting", readings.get(1).value());
    }

    @Test
    void silenceEndsByTheDeadlineAndLaterCostsNothing() {
        bench.answer = Answer.silent();
        DeviceSession.Prepared prepared = bench.session.prepare(List.of("power"));
        for (int second = 0; second <= 31; second += 31) {
            assertTimeout(
                    DEADLINE.plusSeconds(5), () -> assertFalse(prepared.read().get(0).good()));
            bench.pass(31);
        }
        bench.asked();
        bench.clock.pass(Duration.ofSeconds(-1));
        Reading waiting = prepared.read().get(0);
        assertEquals(List.of(), bench.asked());
        assertTrue(waiting.problem().startsWith("dead, tried every 60 s"), waiting.problem());
        assertEquals(LinkState.DEAD, bench.session.health().state());
    }

    @Test
    void aPvInverterThatHardlyGeneratedIsAsleepAndNotDead() {
        bench.set(Bench.POWER, 0, 500);
        DeviceSession.Prepared prepared = bench.session.prepare(List.of("inverter_power"));
        prepared.read();
        bench.answer = Answer.silent();
        prepared.read();
        bench.pass(31);
        prepared.read();
        assertEquals(LinkState.ASLEEP, bench.session.health().state());
        bench.pass(1);
        assertEquals(
                "asleep: a PV inverter without sun does not answer",
                prepared.read().get(0).problem());
    }

    @Test
    void agesCountFromTheLastGoodRead() {
        DeviceSession.Prepared prepared =
                bench.session.prepare(List.of("inverter_power", "inverter_power_age_ms"));
        prepared.read();
        bench.answer = Answer.exception(6);
        bench.pass(3);
        Reading age = prepared.read().get(1);
        assertEquals(3000L, age.value());
        assertEquals("ms", age.unit());
    }

    @Test
    void theOwnersRatedPowerWins() {
        bench(settings -> settings.ratedPower(OptionalDouble.of(3600)));
        assertEquals(3600.0, bench.read("inverter_rated_power").value());
        assertEquals(36.0, bench.read("inverter_power_limit_step").value());
    }

    @Test
    void aLimitTellsItsBoundsAndWhatTheDeviceObeys() {
        bench.set(Bench.RATE, 50);
        assertEquals(2100.0, bench.read("inverter_power_limit").value());
        assertEquals(84.0, bench.read("inverter_power_limit_min").value());
        assertEquals(42.0, bench.read("inverter_power_limit_step").value());
        assertEquals("W", bench.read("inverter_power_limit_min").unit());
        assertEquals(3000.0, bench.read("grid_export_limit").value());
        assertEquals(10.0, bench.read("grid_export_limit_step").value());
    }

    @Test
    void theModelIsAskedOncePerConnection() throws LinkException {
        bench.close();
        bench = Bench.identifying(settings -> settings.model(""));
        DeviceSession.Prepared prepared = bench.session.prepare(List.of("power"));
        assertTrue(prepared.read().get(0).good());
        assertEquals("one", bench.session.identity().model());
        assertEquals("ABCD", bench.session.identity().serial());
        bench.asked();
        bench.pass(1);
        prepared.read();
        assertEquals(List.of("read 0 2"), bench.asked());
    }

    @Test
    void aLostFrameIsAskedForAgainWithinTheDeadline() {
        bench(settings -> settings.readDeadline(Duration.ofSeconds(20)));
        DeviceSession.Prepared prepared = bench.session.prepare(List.of("power"));
        prepared.read();
        bench.pass(1);
        bench.answerOnce(Answer.silent());
        assertTrue(prepared.read().get(0).good());
    }

    @Test
    void readingNeverThrowsEvenWhenClosed() {
        DeviceSession.Prepared prepared = bench.session.prepare(List.of("power", "link_state"));
        bench.session.close();
        List<Reading> readings = prepared.read();
        assertFalse(readings.get(0).good());
        assertTrue(readings.get(1).good());
    }
}
