package io.wattwire.source.venus;

import io.wattwire.publish.venus.bus.BusConnection;
import io.wattwire.publish.venus.bus.BusItem;
import io.wattwire.publish.venus.bus.BusItems;
import io.wattwire.publish.venus.bus.BusPlace;
import java.io.IOException;
import java.util.Map;

/** A grid meter on the bus of a GX. */
final class BusGx implements Gx, AutoCloseable {

    static final String NAME = "com.victronenergy.grid.cg_1";
    private final BusItems items = new BusItems();
    private final BusPlace place;
    private BusConnection meter;

    BusGx(BusPlace place, int instance) throws IOException {
        this.place = place;
        items.add("/DeviceInstance", BusItem.shown(String::valueOf), instance);
        items.add("/ProductName", BusItem.shown(String::valueOf), "a meter");
        items.add("/Ac/Power", BusItem.shown(String::valueOf), -12345.0);
        items.add("/Ac/L1/Voltage", BusItem.shown(String::valueOf), 230.0);
        come();
    }

    /** Takes its name; of several of a class each has its own. */
    void come() throws IOException {
        meter = BusConnection.open(place, "meter");
        items.show(meter);
        Object instance = items.value("/DeviceInstance");
        if (!meter.take(Integer.valueOf(30).equals(instance) ? NAME : NAME + "_" + instance)) {
            throw new IOException("the name is taken");
        }
    }

    /** Is gone without a word, as a driver that crashed. */
    void crash() {
        meter.close();
    }

    @Override
    public void show(String path, double value) {
        items.put(Map.of(path.replaceFirst("grid/30", ""), value));
    }

    /** On a bus nobody hears what another one asked for; so the same change is told again. */
    @Override
    public void tellAll() throws IOException {
        try (BusConnection curious = BusConnection.open(place, "curious")) {
            curious.items(meter.name());
        }
    }

    @Override
    public void close() {
        meter.close();
    }
}
