package io.wattwire.publish.venus.bus;

import java.io.IOException;
import java.util.List;
import java.util.Map;

/** The settings of a GX, as far as a service needs them; an instance that is taken is moved on. */
public final class FakeSettings implements AutoCloseable {

    public static final String NAME = "com.victronenergy.settings";

    private final BusItems items = new BusItems();
    private final BusConnection connection;

    public FakeSettings(BusPlace place) throws IOException {
        connection = BusConnection.open(place, "settings");
        items.show(connection);
        BusItemCalls calls = new BusItemCalls(items);
        connection.serve(
                call -> call.member().equals("AddSetting") ? add(call) : calls.answer(call));
        if (!connection.take(NAME)) {
            throw new IOException("there are settings already");
        }
    }

    private BusAnswer add(BusCall call) {
        List<Object> wish = call.arguments();
        String path = "/Settings/" + wish.get(0) + "/" + wish.get(1);
        if (!call.signature().equals("ssvsvv") || !call.path().equals("/Settings")) {
            return BusAnswer.of("i", -1);
        }
        if (!items.has(path)) {
            Object value = wish.get(2);
            boolean instance = path.endsWith("/ClassAndVrmInstance");
            items.add(
                    path,
                    BusItem.writable(String::valueOf, it -> set(path, it)),
                    instance ? value + "1" : value); // grid:40 is taken: grid:401
        }
        return BusAnswer.of("i", 0);
    }

    /** Sets one, as the owner does on the screen. */
    public int set(String path, Object value) {
        items.put(Map.of(path, value));
        return BusItem.Writer.ACCEPTED;
    }

    public Object value(String path) {
        return items.value(path);
    }

    @Override
    public void close() {
        connection.close();
    }
}
