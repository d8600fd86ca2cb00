package io.wattwire.console;

import io.wattwire.publish.control.FakePlant;
import io.wattwire.publish.http.serve.DoorSettings;
import io.wattwire.publish.http.serve.FrontDoor;
import io.wattwire.publish.live.Live;
import io.wattwire.publish.live.LivePage.Sight;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.eclipse.kura.channel.ChannelStatus;
import org.eclipse.kura.type.TypedValue;
import org.eclipse.kura.type.TypedValues;

/** A battery that takes everything, with a console before it. */
final class Home extends FakePlant implements AutoCloseable {

    static final String SECRET = "correct horse";

    private static final String REGISTERS =
            """
            name,kind,address,type,scale,unit,access,min,max,step,role,labels
            battery_power_setpoint,holding,1,S16,1,W,RW,-5000,5000,1,owner,
            mode,holding,2,ENUM,,,RW,,,,owner,0=eco|1=export
            grid_code,holding,3,U16,,,RW,0,9,1,installer,
            battery_current_setpoint,holding,4,S16,1,A,RW,-50,50,1,owner,
            """;

    private static final String POINTS =
            """
            name,value,unit,write
            battery_power_setpoint,battery_power_setpoint,W,battery_power_setpoint
            battery_current_setpoint,battery_current_setpoint,A,battery_current_setpoint
            """;

    final List<String> written = new CopyOnWriteArrayList<>();
    final Live live = new Live((asset, channel) -> channel.equals("battery_capacity"));
    private FrontDoor door;

    Home() {
        super("victron-control", REGISTERS, POINTS);
    }

    int open(DoorSettings where, ConsoleSettings settings) throws IOException {
        door = new FrontDoor("console", where, ConsoleRoutes.of(sight(), settings));
        return door.port();
    }

    Sight sight() {
        return new Sight("console", live, this);
    }

    /** Values that come by wire now. */
    void measured(String asset, Object... pairs) {
        Map<String, TypedValue<?>> record = new HashMap<>();
        record.put("assetName", TypedValues.newStringValue(asset));
        for (int i = 0; i < pairs.length; i += 2) {
            record.put((String) pairs[i], TypedValues.newTypedValue(pairs[i + 1]));
        }
        live.take(record, "emitter", System.nanoTime(), System.currentTimeMillis());
    }

    @Override
    public void close() {
        if (door != null) {
            door.close();
        }
    }

    @Override
    protected ChannelStatus take(String entry) {
        written.add(entry);
        return TAKEN;
    }
}
