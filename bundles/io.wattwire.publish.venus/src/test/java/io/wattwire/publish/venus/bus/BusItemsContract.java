package io.wattwire.publish.venus.bus;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Services and those who read them, on whatever bus. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class BusItemsContract {

    private static final String NAME = "com.victronenergy.grid.test";

    private Bus bus;
    private BusItems items;
    private BusConnection ours;
    private BusConnection theirs;

    abstract Bus start() throws IOException;

    @BeforeAll
    void serviceAndReader() throws IOException {
        bus = start();
        items = new BusItems();
        items.add("/Ac/Power", BusItem.shown(it -> it + " W"), 120.5);
        items.add("/Ac/L1/Power", BusItem.shown(it -> it + " W"), null);
        items.add("/DeviceInstance", BusItem.shown(String::valueOf), 40);
        items.add("/ProductName", BusItem.shown(String::valueOf), "Wattwire grid meter");
        items.add(
                "/Ac/PowerLimit",
                BusItem.writable(it -> it + " W", this::limit)
                        .within(0, 4200, 4200)
                        .described("limit of all inverters"),
                4200.0);
        ours = BusConnection.open(bus.place(), "ours");
        items.show(ours);
        assertTrue(ours.take(NAME));
        theirs = BusConnection.open(bus.place(), "theirs");
    }

    @AfterAll
    void end() throws IOException {
        theirs.close();
        ours.close();
        bus.close();
    }

    private int limit(Object value) {
        boolean good = value instanceof Number number && number.doubleValue() <= 4200;
        if (good) {
            items.put(Map.of("/Ac/PowerLimit", value));
        }
        return good ? BusItem.Writer.ACCEPTED : BusItem.Writer.REFUSED;
    }

    private Object ask(String path, String member) throws IOException {
        return theirs.call(NAME, path, BusItems.INTERFACE, member, "");
    }

    private Object set(String path, Object value) throws IOException {
        return theirs.call(NAME, path, BusItems.INTERFACE, "SetValue", "v", value);
    }

    @Test
    void aLeafAnswersValueAndText() throws IOException {
        assertEquals(120.5, ask("/Ac/Power", "GetValue"));
        assertEquals("120.5 W", ask("/Ac/Power", "GetText"));
        assertEquals(40, ask("/DeviceInstance", "GetValue"));
    }

    @Test
    void anInvalidValueIsAnEmptyListAndThreeDashes() throws IOException {
        assertNull(ask("/Ac/L1/Power", "GetValue"));
        assertEquals("---", ask("/Ac/L1/Power", "GetText"));
        var packed = BusValues.packed(null);
        assertEquals("ai", packed.getSig());
        assertArrayEquals(new int[0], (int[]) packed.getValue());
    }

    @Test
    void aNodeAnswersWhatIsBelowIt() throws IOException {
        Map<String, Object> below = new HashMap<>();
        below.put("Power", 120.5);
        below.put("L1/Power", null);
        below.put("PowerLimit", items.value("/Ac/PowerLimit"));
        assertEquals(below, ask("/Ac", "GetValue"));
        assertEquals("---", ((Map<?, ?>) ask("/Ac", "GetText")).get("L1/Power"));
        assertTrue(((Map<?, ?>) ask("/", "GetValue")).containsKey("ProductName"));
    }

    @Test
    void theRootGivesAllItems() throws IOException {
        Map<?, ?> all = theirs.items(NAME);
        assertEquals(5, all.size());
        assertEquals(Map.of("Value", 120.5, "Text", "120.5 W"), all.get("/Ac/Power"));
        Map<?, ?> invalid = (Map<?, ?>) all.get("/Ac/L1/Power");
        assertNull(invalid.get("Value"));
        assertEquals("---", invalid.get("Text"));
    }

    @Test
    void onlyWhatIsWritableIsWritten() throws IOException {
        assertEquals(BusItem.Writer.NOT_WRITABLE, set("/Ac/Power", 1));
        assertEquals(BusItem.Writer.REFUSED, set("/Ac/PowerLimit", 99_999));
        assertEquals(BusItem.Writer.REFUSED, set("/Ac/PowerLimit", null));
        assertEquals(BusItem.Writer.REFUSED, set("/Ac/PowerLimit", "much"));
        assertEquals(BusItem.Writer.ACCEPTED, set("/Ac/PowerLimit", 2000));
        assertEquals(2000, ask("/Ac/PowerLimit", "GetValue"));
        assertEquals(4200, ask("/Ac/PowerLimit", "GetMax"));
        assertEquals(0, ask("/Ac/PowerLimit", "GetMin"));
        assertEquals(4200, ask("/Ac/PowerLimit", "GetDefault"));
        assertEquals(
                "limit of all inverters",
                theirs.call(
                        NAME, "/Ac/PowerLimit", BusItems.INTERFACE, "GetDescription", "si", "", 0));
    }

    @Test
    void whatIsNotThereIsAnError() {
        BusException path = assertThrows(BusException.class, () -> ask("/Ac/L7/Power", "GetValue"));
        assertEquals(BusAnswer.UNKNOWN_OBJECT, path.name());
        BusException method = assertThrows(BusException.class, () -> ask("/Ac/Power", "Explode"));
        assertEquals(BusAnswer.UNKNOWN_METHOD, method.name());
        BusException signature =
                assertThrows(
                        BusException.class,
                        () ->
                                theirs.call(
                                        NAME,
                                        "/Ac/PowerLimit",
                                        BusItems.INTERFACE,
                                        "SetValue",
                                        "i",
                                        5));
        assertEquals(BusAnswer.INVALID_ARGUMENTS, signature.name());
    }

    @Test
    void objectsDescribeThemselvesAndAnswerPings() throws IOException {
        String root = introspect("/");
        assertTrue(root.contains("ItemsChanged") && root.contains("<node name=\"Ac\"/>"), root);
        String leaf = introspect("/Ac/Power");
        assertTrue(leaf.contains("SetValue") && !leaf.contains("<node name"), leaf);
        assertNull(theirs.call(NAME, "/", "org.freedesktop.DBus.Peer", "Ping", ""));
    }

    private String introspect(String path) throws IOException {
        return String.valueOf(
                theirs.call(NAME, path, "org.freedesktop.DBus.Introspectable", "Introspect", ""));
    }

    @Test
    void changesAreToldOnceForAllAndOnceForEach() throws Exception {
        BusItems own = new BusItems();
        own.add("/A", BusItem.shown(String::valueOf), 1.0);
        own.add("/B", BusItem.shown(String::valueOf), 2.0);
        own.add("/C", BusItem.shown(String::valueOf), 3.0);
        try (BusConnection service = BusConnection.open(bus.place(), "service");
                BusConnection hears = BusConnection.open(bus.place(), "hears")) {
            BlockingQueue<BusSignal> heard = new LinkedBlockingQueue<>();
            hears.onSignal(heard::add);
            hears.watch("type='signal',interface='com.victronenergy.BusItem'");
            own.show(service);
            Map<String, Object> changes = new HashMap<>();
            changes.put("/A", 1.0);
            changes.put("/B", null);
            changes.put("/C", 4.0);
            own.put(changes);
            List<String> types = new ArrayList<>();
            BusSignal first = next(heard, service.name());
            types.add(first.type() + first.path());
            for (int i = 0; i < 2; i++) {
                BusSignal single = next(heard, service.name());
                types.add(single.type() + single.path());
            }
            Map<?, ?> all = (Map<?, ?>) first.arguments().get(0);
            assertEquals(java.util.Set.of("/B", "/C"), all.keySet());
            assertEquals(Map.of("Value", 4.0, "Text", "4.0"), all.get("/C"));
            String start = BusItems.INTERFACE + ".";
            assertEquals(start + "ItemsChanged/", types.get(0));
            assertTrue(types.contains(start + "PropertiesChanged/B"), types.toString());
            assertTrue(types.contains(start + "PropertiesChanged/C"), types.toString());
        }
    }

    private static BusSignal next(BlockingQueue<BusSignal> heard, String sender)
            throws InterruptedException {
        BusSignal signal = heard.poll(60, TimeUnit.SECONDS);
        while (signal != null && !signal.sender().equals(sender)) {
            signal = heard.poll(60, TimeUnit.SECONDS);
        }
        return signal;
    }

    @Test
    void aNameThatIsTakenIsNotWaitedFor() throws IOException {
        assertFalse(theirs.take(NAME));
        assertEquals(ours.name(), theirs.ownerOf(NAME));
        assertTrue(theirs.names().contains(NAME));
        String other = "com.victronenergy.grid.other";
        assertTrue(theirs.take(other));
        theirs.release(other);
        assertFalse(theirs.names().contains(other));
    }
}
