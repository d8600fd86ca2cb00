package io.wattwire.publish.givtcp;

import io.wattwire.device.model.RegisterKind;
import io.wattwire.device.server.MemoryBank;
import io.wattwire.device.server.ModbusFault;
import io.wattwire.device.server.ModbusServer;
import io.wattwire.device.server.RegisterBank;
import java.io.IOException;
import java.net.InetAddress;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A simulated inverter behind its dongle, that remembers each write. */
final class Dongle implements RegisterBank, AutoCloseable {

    private static final int INVERTER = 0x11;

    private final MemoryBank memory = new MemoryBank();
    private final List<String> writes = new CopyOnWriteArrayList<>();
    private final ModbusServer server;

    /** A Gen3 of 5 kW; nothing is set. */
    Dongle() throws IOException {
        memory.set(RegisterKind.HOLDING, 0, new int[360]);
        memory.set(RegisterKind.INPUT, 0, new int[360]);
        memory.set(RegisterKind.HOLDING, 0, new int[] {0x2001});
        memory.set(RegisterKind.HOLDING, 13, new int[] {0x4645, 0x3132, 0x3334, 0x4735, 0x3637});
        memory.set(RegisterKind.HOLDING, 19, new int[] {449, 0, 310});
        memory.set(RegisterKind.HOLDING, 35, new int[] {26, 1, 31, 10, 5, 0});
        memory.set(RegisterKind.HOLDING, 55, new int[] {160});
        memory.set(RegisterKind.INPUT, 5, new int[] {2410});
        server =
                ModbusServer.builder()
                        .unit(INVERTER, this)
                        .givEnergy(InetAddress.getLoopbackAddress(), 0, "WF2125G000", "FE1234G567")
                        .start();
    }

    int port() {
        return server.port();
    }

    /** As {@code 110=50 59=1}; none of it counts as a write. */
    void set(String words) {
        for (String word : words.split("\\s+")) {
            String[] sides = word.split("=");
            memory.set(
                    RegisterKind.HOLDING,
                    Integer.parseInt(sides[0]),
                    new int[] {Integer.parseInt(sides[1])});
        }
    }

    /** As {@code 94=100 95=430}, in the order in which they came; forgets them. */
    String writes() {
        String all = String.join(" ", writes);
        writes.clear();
        return all;
    }

    @Override
    public int[] read(RegisterKind kind, int address, int count) throws ModbusFault {
        return memory.read(kind, address, count);
    }

    @Override
    public void write(RegisterKind kind, int address, int[] words) throws ModbusFault {
        writes.add(address + "=" + words[0]);
        memory.write(kind, address, words);
    }

    @Override
    public void close() {
        server.close();
    }
}
