package io.wattwire.source.venus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.wattwire.device.driver.SettingsReader;
import io.wattwire.publish.venus.bus.VirtualBus;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class VenusBusTest {

    private static Guests guests() {
        return new Guests(VenusSettings.choices(new SettingsReader(Map.of())));
    }

    @Test
    void readsWhatChangesOnABus() throws Exception {
        try (VirtualBus bus = new VirtualBus();
                BusGx meter = new BusGx(bus.place(), 30)) {
            GxSteps steps = new GxSteps(meter);
            try (VenusBus source = steps.onBus(bus.place())) {
                assertNotNull(source);
                steps.changesAreEmittedWithTheTimeOfTheirArrival();
                steps.aDeadMeterIsSilentHoweverOftenAnybodyAsks();
                steps.aDriverThatComesBackBeginsAnew(meter);
            }
        }
    }

    @Test
    void ofTwoMetersNoneIsReadUntilOneIsNamed() throws Exception {
        try (VirtualBus bus = new VirtualBus();
                BusGx meter = new BusGx(bus.place(), 30);
                BusGx other = new BusGx(bus.place(), 31)) {
            assertNotNull(other);
            GxSteps steps = new GxSteps(meter);
            try (VenusBus source = steps.onBus(bus.place())) {
                assertNotNull(source);
                for (int i = 0; i < 10; i++) {
                    meter.show("/Ac/Power", i);
                    steps.nothingIsEmittedFor(100);
                }
            }
        }
    }

    @Test
    void onlyServicesOfTheWantedClassesAreAsked() {
        Guests guests = guests();
        assertTrue(guests.wanted("com.victronenergy.grid.cg_1"));
        assertTrue(guests.wanted("com.victronenergy.system"));
        for (String other :
                List.of("com.victronenergy.settings", "com.victronenergy.gridx.a", ":1.4", "a")) {
            assertTrue(!guests.wanted(other), other);
        }
    }

    @Test
    void ofTwoWithTheSameInstanceTheFirstIsBelieved() {
        Guests guests = guests();
        List<String> news = new ArrayList<>();
        String one = "com.victronenergy.grid.one";
        String two = "com.victronenergy.grid.two";
        assertEquals(
                Optional.of(new Service("grid", 30)), guests.come(one, ":1.1", 30.0, news::add));
        assertEquals(Optional.empty(), guests.come(two, ":1.2", 30.0, news::add));
        assertEquals(Optional.empty(), guests.come(two, ":1.2", 30.0, news::add));
        assertEquals(Optional.empty(), guests.come(two, ":1.2", Double.NaN, news::add));
        assertEquals(2, news.size(), news.toString());
        assertEquals(new Service("grid", 30), guests.go(one));
        assertEquals(null, guests.of(":1.1"));
        assertEquals(
                Optional.of(new Service("grid", 30)), guests.come(two, ":1.2", 30.0, news::add));
    }

    @Test
    void valuesComeAloneOrWithTheirText() {
        Map<String, Object> invalid = new HashMap<>();
        invalid.put("Value", null);
        invalid.put("Text", "---");
        Map<String, Double> values =
                Items.of(
                        Map.of(
                                "/Ac/Power",
                                Map.of("Value", 12, "Text", "12 W"),
                                "/Ac/L1/Power",
                                invalid,
                                "/Ac/L2/Power",
                                Map.of("Text", "only a text"),
                                "Ac/L3/Power",
                                -3.5,
                                "/ProductName",
                                "a meter",
                                7,
                                8));
        assertEquals(12, values.get("Ac/Power"));
        assertTrue(values.get("Ac/L1/Power").isNaN());
        assertEquals(-3.5, values.get("Ac/L3/Power"));
        assertTrue(values.get("ProductName").isNaN());
        assertEquals(4, values.size(), values.toString());
        assertEquals(Map.of(), Items.of("nonsense"));
    }
}
