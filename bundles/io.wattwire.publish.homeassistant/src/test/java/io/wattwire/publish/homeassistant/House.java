package io.wattwire.publish.homeassistant;

import io.wattwire.device.model.Identity;
import io.wattwire.publish.control.FakePlant;
import java.util.OptionalDouble;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.eclipse.kura.channel.ChannelStatus;

/** An inverter that takes everything, and may be away. */
final class House extends FakePlant {

    private static final String REGISTERS =
            """
            name,kind,address,type,scale,unit,access,min,max,step,role,labels
            power,holding,1,S16,0.1,W,R,,,,,
            mode,holding,2,ENUM,,,RW,,,,owner,0=eco|1=export
            charge_power,holding,3,U16,10,W,RW,0,5000,10,owner,
            running,holding,4,BOOL,,,R,,,,,
            grid_code,holding,5,U16,,,RW,0,9,1,installer,
            """;

    final BlockingQueue<String> written = new LinkedBlockingQueue<>();
    volatile boolean there = true;
    volatile String serial = "SN 1";

    House() {
        super("inverter", REGISTERS, "");
    }

    @Override
    public boolean has(String pid) {
        return there && super.has(pid);
    }

    @Override
    protected Identity identity() {
        return new Identity("m1", serial, "2.0", OptionalDouble.empty(), true);
    }

    @Override
    protected ChannelStatus take(String entry) {
        written.add(entry);
        return TAKEN;
    }
}
