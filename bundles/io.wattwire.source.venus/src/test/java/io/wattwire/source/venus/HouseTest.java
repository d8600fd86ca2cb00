package io.wattwire.source.venus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.wattwire.device.driver.SettingsReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HouseTest {

    private static final Service METER = new Service("grid", 30);
    private static final Service SYSTEM = new Service("system", 0);
    private static final Service BATTERY = new Service("battery", 512);

    /** One emitted record. */
    private record Record(Map<String, Double> values, long millis) {}

    private final List<String> news = new ArrayList<>();
    private final List<Record> emitted = new ArrayList<>();
    private House house = house(Map.of());
    private long now = 1_000_000;

    private House house(Map<String, Object> properties) {
        return new House(VenusSettings.choices(new SettingsReader(properties)), news::add);
    }

    private void take(Service service, String path, double value) {
        house.take(new Path(service, path), value, true, now);
    }

    private List<Record> emit() {
        emitted.clear();
        house.emit((values, millis) -> emitted.add(new Record(values, millis)));
        return emitted;
    }

    private void meter() {
        take(METER, "Ac/Power", -2000);
        take(METER, "Ac/L1/Power", -2000);
        take(METER, "Ac/L1/Voltage", 231);
        take(METER, "Ac/Energy/Forward", 12);
    }

    @Test
    void whatWasKnownBeforeWeListenedHasNoTimeAndIsNotEmitted() {
        meter();
        house.settle();
        assertEquals(List.of(), emit());
    }

    @Test
    void aChangeIsEmittedWithTheTimeOfItsArrivalAndWhatIsMeasuredWithIt() {
        meter();
        house.settle();
        now += 700;
        take(METER, "Ac/Power", -1990);
        assertEquals(
                List.of(new Record(Map.of("grid_power", -1990.0, "grid_power_l1", -2000.0), now)),
                emit());
        assertEquals(List.of(), emit(), "once");
    }

    @Test
    void theSameValueAgainProvesNothingHoweverOftenAnybodyAsksForIt() {
        meter();
        house.settle();
        take(METER, "Ac/Power", -1990);
        emit();
        for (int i = 0; i < 100; i++) {
            now += 1000;
            take(METER, "Ac/Power", -1990);
            take(METER, "Ac/L1/Power", -2000);
        }
        assertEquals(List.of(), emit());
    }

    @Test
    void aVoltageDoesNotProveThatPowerWasMeasured() {
        meter();
        house.settle();
        take(METER, "Ac/L1/Voltage", 232);
        assertEquals(List.of(new Record(Map.of("grid_voltage_l1", 232.0), now)), emit());
    }

    @Test
    void aValueThatWasNeverThereBeforeProvesNothing() {
        meter();
        house.settle();
        take(METER, "Ac/L2/Power", -500);
        assertEquals(List.of(), emit(), "somebody may have asked for what is never told by itself");
        take(METER, "Ac/L2/Power", -501);
        assertEquals(-501.0, emit().get(0).values().get("grid_power_l2"));
    }

    @Test
    void anotherDeviceProvesNothing() {
        Service other = new Service("acload", 31);
        meter();
        house.settle();
        take(other, "Ac/Power", 1);
        take(other, "Ac/Power", 2);
        assertEquals(List.of(), emit());
    }

    @Test
    void whatChangesWhileEverythingIsToldMayHaveChangedLongAgo() {
        meter();
        take(METER, "Ac/Power", -1990);
        house.settle();
        assertEquals(List.of(), emit());
    }

    @Test
    void whatTheNetworkDeliversLateProvesNothing() {
        meter();
        house.settle();
        house.take(new Path(METER, "Ac/Power"), -1990, false, now);
        assertEquals(List.of(), emit());
    }

    @Test
    void anInvalidValueIsMissingAndProvesNothingAboutOthers() {
        meter();
        house.settle();
        take(METER, "Ac/L1/Power", Double.NaN);
        assertEquals(List.of(), emit());
        take(METER, "Ac/Power", -10);
        assertEquals(List.of(new Record(Map.of("grid_power", -10.0), now)), emit());
    }

    @Test
    void aDeviceThatIsGoneHasNoValuesAndBeginsAnewWhenItComesBack() {
        meter();
        house.settle();
        for (String path :
                List.of("Ac/Power", "Ac/L1/Power", "Ac/L1/Voltage", "Ac/Energy/Forward")) {
            house.gone(new Path(METER, path));
        }
        assertEquals(
                "there is no grid on the GX, so nothing of the grid", news.get(news.size() - 1));
        take(METER, "Ac/Power", -5);
        house.look();
        assertEquals(List.of(), emit(), "the first value may be what the driver starts with");
        take(METER, "Ac/Power", -6);
        assertEquals(1, emit().size());
    }

    @Test
    void ofTwoMetersNoneIsGuessed() {
        meter();
        take(new Service("grid", 31), "Ac/Power", 7);
        house.settle();
        take(METER, "Ac/Power", -1990);
        assertEquals(List.of(), emit());
        assertTrue(
                news.contains(
                        "there are [grid/30, grid/31] on the GX; name one of them for the grid"),
                news.toString());
    }

    @Test
    void aNamedMeterIsReadAndNoOther() {
        house = house(Map.of("grid", "grid/31"));
        meter();
        take(new Service("grid", 31), "Ac/Power", 7);
        house.settle();
        take(METER, "Ac/Power", -1990);
        assertEquals(List.of(), emit());
        take(new Service("grid", 31), "Ac/Power", 8);
        assertEquals(Map.of("grid_power", 8.0), emit().get(0).values());
    }

    @Test
    void aSecondMeterDoesNotReplaceTheOneThatIsRead() {
        meter();
        house.settle();
        take(new Service("grid", 2), "Ac/Power", 7);
        house.look();
        take(new Service("grid", 2), "Ac/Power", 8);
        assertEquals(List.of(), emit());
        take(METER, "Ac/Power", -1990);
        assertEquals(-1990.0, emit().get(0).values().get("grid_power"));
    }

    @Test
    void aSumNeedsAllPhasesThatTheGxCounts() {
        house = house(Map.of("grid", "system"));
        take(SYSTEM, "Ac/Grid/NumberOfPhases", 3);
        take(SYSTEM, "Ac/Grid/L1/Power", 100);
        take(SYSTEM, "Ac/Grid/L2/Power", 200);
        take(SYSTEM, "Ac/Grid/L3/Power", 300);
        house.settle();
        take(SYSTEM, "Ac/Grid/L2/Power", 250);
        assertEquals(650.0, emit().get(0).values().get("grid_power"));
        take(SYSTEM, "Ac/Grid/L3/Power", Double.NaN);
        take(SYSTEM, "Ac/Grid/L1/Power", 110);
        assertFalse(emit().get(0).values().containsKey("grid_power"), "not a smaller sum");
        take(SYSTEM, "Ac/Grid/NumberOfPhases", 2);
        assertEquals(List.of(), emit(), "how many phases there are is no measurement");
        take(SYSTEM, "Ac/Grid/L1/Power", 120);
        assertEquals(370.0, emit().get(0).values().get("grid_power"));
    }

    @Test
    void whatABatteryTakesIsItsVoltageByTheCurrentItAllows() {
        take(BATTERY, "Dc/0/Voltage", 50);
        take(BATTERY, "Dc/0/Power", -500);
        take(BATTERY, "Soc", 80);
        take(BATTERY, "Info/MaxChargeCurrent", 100);
        house.settle();
        take(BATTERY, "Dc/0/Voltage", 51);
        assertEquals(
                Map.of(
                        "battery_power", -500.0,
                        "battery_voltage", 51.0,
                        "battery_soc", 80.0,
                        "battery_max_charge_power", 5100.0),
                emit().get(0).values());
        take(BATTERY, "Info/MaxChargeCurrent", 90);
        assertEquals(List.of(), emit(), "a setting is no measurement");
    }

    @Test
    void aNewConnectionBeginsWithNothing() {
        meter();
        house.settle();
        take(METER, "Ac/Power", -1990);
        house.forget();
        assertEquals(List.of(), emit());
        take(METER, "Ac/Power", -1800);
        take(METER, "Ac/Power", -1700);
        assertEquals(List.of(), emit(), "it has not told all that it knows");
    }

    @Test
    void neitherForeignPathsNorAFloodOfDevicesFillTheMemory() {
        for (int i = 0; i < 100_000; i++) {
            take(new Service("grid", i), "Ac/Power", i);
            take(METER, "Ac/" + i, i);
        }
        house.settle();
        assertTrue(news.stream().anyMatch(it -> it.startsWith("there are [")));
        take(new Service("grid", 99_999), "Ac/Power", 1);
        assertEquals(List.of(), emit());
    }
}
