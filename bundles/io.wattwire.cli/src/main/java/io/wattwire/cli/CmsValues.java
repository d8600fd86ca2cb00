package io.wattwire.cli;

import io.wattwire.device.link.CmsPacket;
import io.wattwire.device.link.Frame;
import io.wattwire.device.model.Register;
import io.wattwire.device.model.RegisterTable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Tells the values in the packets of a CMS line, once the layouts were seen. */
final class CmsValues implements FrameTeller {

    private final RegisterTable table;
    private final Map<String, byte[]> layouts = new HashMap<>();

    CmsValues(RegisterTable table) {
        this.table = table;
    }

    @Override
    public List<String> hear(Frame frame) {
        return CmsPacket.of(frame.bytes()).map(this::hear).orElse(List.of());
    }

    List<String> hear(CmsPacket packet) {
        String who = packet.inverter() + " ";
        if (packet.answer()) {
            layouts.put(who + packet.name(), packet.payload());
        }
        byte[] layout = packet.layout().map(name -> layouts.get(who + name)).orElse(new byte[0]);
        int[] words = packet.words(layout == null ? new byte[0] : layout);
        List<String> values = new ArrayList<>();
        for (Register register : table.registers()) {
            int from = register.address() - packet.base();
            int to = from + register.type().words();
            if (register.kind() == packet.kind() && from >= 0 && to <= words.length) {
                register.decode(Arrays.copyOfRange(words, from, to))
                        .ifPresent(value -> values.add(FrameTeller.told(register, value)));
            }
        }
        return values;
    }
}
