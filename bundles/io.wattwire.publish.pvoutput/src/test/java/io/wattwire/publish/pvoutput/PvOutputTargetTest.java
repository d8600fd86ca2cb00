package io.wattwire.publish.pvoutput;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.wattwire.publish.Delivery;
import io.wattwire.publish.TryLaterException;
import io.wattwire.publish.pvoutput.api.DeadLetters;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PvOutputTargetTest {

    private static final String TEN = "2026-06-01T10:00:00Z";
    private static final String AFTER_TEN = "2026-06-01T10:05:20Z";

    @TempDir Path directory;
    private RecordedService service;
    private Bench bench;

    @BeforeEach
    void start() throws IOException {
        service = new RecordedService();
        bench = new Bench(service, directory);
    }

    @AfterEach
    void stop() {
        service.close();
    }

    private Bench one() {
        return bench.value(Bench.ENERGY, TEN, 12.3456).value(Bench.POWER, TEN, 2345.6);
    }

    private void hours(int intervals) {
        long begin = Instant.parse(TEN).toEpochMilli() - intervals * Bench.INTERVAL;
        for (int i = 0; i < intervals; i++) {
            bench.value(Bench.ENERGY, begin + i * Bench.INTERVAL, 1 + i / 10.0);
            bench.value(Bench.POWER, begin + i * Bench.INTERVAL, 1200);
        }
    }

    @Test
    void anIntervalIsToldWhenItIsOverWithEnergyInWh() throws Exception {
        assertEquals(Delivery.COMPLETE, one().at(AFTER_TEN));
        assertEquals(List.of("addstatus.jsp"), service.calls);
        assertEquals(
                Map.of("d", "20260601", "t", "10:00", "v1", "12346", "v2", "2346"),
                service.fields.get(0));
    }

    @Test
    void aZeroIsToldAndNotLeftOut() throws Exception {
        bench.value(Bench.ENERGY, TEN, 0).value(Bench.POWER, TEN, -3).at(AFTER_TEN);
        assertEquals("0", service.fields.get(0).get("v1"));
        assertEquals("0", service.fields.get(0).get("v2"));
    }

    @Test
    void anIntervalThatGoesOnWaitsAlsoOverARestart() throws Exception {
        one().at("2026-06-01T10:04:00Z");
        assertEquals(List.of(), service.calls);
        bench.restart(RecordedService.KEY);
        bench.value(Bench.POWER, "2026-06-01T10:05:00Z", 7).at("2026-06-01T10:06:00Z");
        assertEquals("{d=20260601, t=10:00, v1=12346, v2=2346}", service.fields.get(0).toString());
        assertEquals(1, service.calls.size());
    }

    @Test
    void everyFieldHasItsPlace() throws Exception {
        bench.settings.put("consumption.energy", "house/load_energy_total");
        bench.settings.put("consumption.power", "house/load_power + garage/load_power");
        bench.settings.put("temperature", "inverter/inverter_temperature");
        bench.settings.put("voltage", "meter/grid_voltage_l1");
        bench.settings.put("extended", "v7 = battery/battery_soc; v12 = battery/battery_power");
        one().value("house/load_energy_total", TEN, 4321.5)
                .value("house/load_power", TEN, 400)
                .value("garage/load_power", TEN, 44)
                .value("inverter/inverter_temperature", TEN, 41.26)
                .value("meter/grid_voltage_l1", TEN, 230.04)
                .value("battery/battery_soc", TEN, 55.5)
                .value("battery/battery_power", TEN, -1000)
                .at(AFTER_TEN);
        assertEquals(
                "{d=20260601, t=10:00, v1=12346, v2=2346, v3=4321500, v4=444, v5=41.3, v6=230,"
                        + " v7=55.5, v12=-1000, c1=3}",
                service.fields.get(0).toString());
    }

    @Test
    void aSumWithoutOneOfItsPartsIsLeftOut() throws Exception {
        bench.settings.put("consumption.power", "house/load_power + garage/load_power");
        one().value("house/load_power", TEN, 400).at(AFTER_TEN);
        assertFalse(service.fields.get(0).containsKey("v4"));
    }

    @Test
    void netIsExportAndImport() throws Exception {
        bench.settings.keySet().removeIf(it -> it.startsWith("generation"));
        bench.settings.put("net.power", "meter/grid_power");
        bench.value("meter/grid_power", TEN, -1500).at(AFTER_TEN);
        assertEquals("{d=20260601, t=10:00, v2=1500, v4=0, n=1}", service.fields.get(0).toString());
        bench.value("meter/grid_power", "2026-06-01T10:05:00Z", 20)
                .value("meter/grid_power", "2026-06-01T10:10:00Z", -30)
                .at("2026-06-01T10:15:20Z");
        assertEquals(
                "20260601,10:05,-1,0,-1,20;20260601,10:10,-1,30,-1,0",
                service.fields.get(1).get("data"));
        assertEquals("1", service.fields.get(1).get("n"));
    }

    @Test
    void timesAreOfTheSite() throws Exception {
        bench.settings.put("zone", "Australia/Adelaide");
        one().at(AFTER_TEN);
        assertEquals("19:30", service.fields.get(0).get("t"));
    }

    @Test
    void aBacklogGoesOldestFirstBy30AndTenSecondsApart() throws Exception {
        hours(70);
        bench.time.set(Instant.parse(TEN).toEpochMilli());
        long begun = bench.time.wallMillis();
        bench.deliver();
        assertEquals(
                List.of("addbatchstatus.jsp", "addbatchstatus.jsp", "addbatchstatus.jsp"),
                service.calls);
        assertEquals(30, service.fields.get(0).get("data").split(";").length);
        assertTrue(service.fields.get(0).get("data").startsWith("20260601,04:10,1000,1200;"));
        assertTrue(service.fields.get(2).get("data").startsWith("20260601,09:10,"));
        assertTrue(bench.time.wallMillis() - begun >= 20_000, "twice 10 s");
        bench.value(Bench.POWER, TEN, 7).at("2026-06-01T10:06:00Z");
        assertEquals(71, service.taken.size());
    }

    @Test
    void anEntryOfABatchThatIsRefusedIsKeptAsDeadLetter() throws Exception {
        service.refused.add("20260601,09:50");
        hours(4);
        bench.time.set(Instant.parse(TEN).toEpochMilli());
        assertEquals(2, bench.deliver().refused());
        assertEquals(3, service.taken.size());
        List<DeadLetters.Letter> letters = new DeadLetters(directory).read();
        assertEquals(1, letters.size());
        assertEquals("20260601,09:50,1200,1200", letters.get(0).entry());
    }

    @Test
    void aStatusThatIsRefusedIsNotSentAgain() throws Exception {
        service.refused.add("20260601,10:00");
        Delivery delivery = one().at(AFTER_TEN);
        assertEquals(2, delivery.refused());
        assertEquals("Moon Powered", delivery.reason());
        DeadLetters.Letter letter = new DeadLetters(directory).read().get(0);
        assertEquals("20260601,10:00,12346,2346", letter.entry());
        assertEquals("Moon Powered", letter.reason());
        bench.at("2026-06-01T10:09:00Z");
        assertEquals(1, service.calls.size());
    }

    @Test
    void aWrongKeyStopsEverythingAndIsNeverShown() throws Exception {
        bench.restart("wr0ngkey");
        service.body = "wr0ngkey is wrong";
        service.status = 401;
        TryLaterException stop = assertThrows(TryLaterException.class, () -> one().at(AFTER_TEN));
        assertTrue(stop.getMessage().contains("api.key or system.id"), stop.getMessage());
        assertFalse(stop.getMessage().contains("wr0ngkey"), stop.getMessage());
        for (int i = 0; i < 10; i++) {
            assertThrows(TryLaterException.class, bench::deliver);
        }
        assertEquals(1, service.calls.size());
        service.recover();
        bench.restart(RecordedService.KEY);
        bench.deliver();
        assertEquals(1, service.taken.size());
    }

    @Test
    void theHoursRequestsAreObeyedAsTheHeadersTell() throws Exception {
        service.always("pvoutput-15");
        service.remaining = "0";
        service.reset = Long.toString(Instant.parse("2026-06-01T10:45:00Z").getEpochSecond());
        TryLaterException later = assertThrows(TryLaterException.class, () -> one().at(AFTER_TEN));
        assertEquals(Duration.ofSeconds(39 * 60 + 41), later.patience());
        service.recover();
        assertThrows(TryLaterException.class, () -> bench.at("2026-06-01T10:44:00Z"));
        assertEquals(1, service.calls.size());
        bench.at("2026-06-01T10:45:02Z");
        assertEquals(1, service.taken.size());
    }

    @Test
    void theLastRequestOfAnHourIsUsedAndNoneAfterIt() throws Exception {
        service.remaining = "0";
        service.reset = Long.toString(Instant.parse("2026-06-01T10:45:00Z").getEpochSecond());
        one().at(AFTER_TEN);
        bench.value(Bench.POWER, "2026-06-01T10:05:00Z", 5);
        assertThrows(TryLaterException.class, () -> bench.at("2026-06-01T10:10:20Z"));
        assertEquals(1, service.calls.size());
    }

    @Test
    void aFeatureWithoutDonationIsSaidAndKept() {
        service.status = 403;
        service.body = "Forbidden 403: Donation Mode";
        TryLaterException later = assertThrows(TryLaterException.class, () -> one().at(AFTER_TEN));
        assertTrue(later.getMessage().contains("without a donation"), later.getMessage());
    }

    @Test
    void whatAPortalAnswersIsNoSuccess() {
        service.status = 200;
        service.body = "<html>please sign in</html>";
        IOException strange = assertThrows(IOException.class, () -> one().at(AFTER_TEN));
        assertTrue(strange.getMessage().contains("something else"), strange.getMessage());
        hours(3);
        assertThrows(IOException.class, () -> bench.at("2026-06-01T10:30:00Z"));
        assertEquals(0, service.taken.size());
    }

    @Test
    void aServerInTroubleGetsTheSameAgain() throws Exception {
        service.status = 503;
        assertThrows(IOException.class, () -> one().at(AFTER_TEN));
        service.recover();
        bench.at("2026-06-01T10:06:00Z");
        assertEquals(1, service.taken.size());
        assertEquals(0, new DeadLetters(directory).read().size());
    }

    @Test
    void aLateValueIsToldWithTheOthersOfItsInterval() throws Exception {
        bench.value(Bench.POWER, TEN, 2345).at(AFTER_TEN);
        bench.value(Bench.ENERGY, TEN, 12).at("2026-06-01T10:07:00Z");
        assertEquals("{d=20260601, t=10:00, v1=12000, v2=2345}", service.fields.get(1).toString());
    }

    @Test
    void theSameBatchAgainTellsNothingAgain() throws Exception {
        one().at(AFTER_TEN);
        bench.restart(RecordedService.KEY);
        assertEquals(Delivery.COMPLETE, one().at("2026-06-01T10:06:00Z"));
        assertEquals(1, service.calls.size());
    }

    @Test
    void aTimeInTheFutureIsCountedAndNotKept() throws Exception {
        Delivery delivery = one().value(Bench.POWER, "2036-01-01T00:00:00Z", 5).at(AFTER_TEN);
        assertEquals(1, delivery.refused());
        assertEquals(1, service.taken.size());
    }

    @Test
    void aValueOutOfRangeDoesNotCostTheOthers() throws Exception {
        bench.settings.put("voltage", "meter/grid_voltage_l1");
        Delivery delivery = one().value("meter/grid_voltage_l1", TEN, 401).at(AFTER_TEN);
        assertEquals(1, delivery.refused());
        assertEquals(
                "voltage is 401; out of PVOutput's range, or below an earlier one of the day",
                delivery.reason());
        assertEquals("{d=20260601, t=10:00, v1=12346, v2=2346}", service.fields.get(0).toString());
    }

    @Test
    void aNumberBeyondAllNumbersIsNoReasonToStop() throws Exception {
        bench.settings.put("extended", "v7 = a/b + a/c");
        one().value("a/b", TEN, 1e308).value("a/c", TEN, 1e308).at(AFTER_TEN);
        bench.value(Bench.POWER, "2026-06-01T10:05:00Z", 1e308).at("2026-06-01T10:10:20Z");
        assertEquals(1, service.taken.size());
    }
}
