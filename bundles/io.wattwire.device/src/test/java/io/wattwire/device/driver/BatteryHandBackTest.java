package io.wattwire.device.driver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.wattwire.device.model.DeviceFamily;
import io.wattwire.device.model.RegisterKind;
import io.wattwire.device.server.MemoryBank;
import io.wattwire.device.server.ModbusFault;
import io.wattwire.device.server.ModbusServer;
import io.wattwire.device.server.RegisterBank;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.eclipse.kura.channel.ChannelFlag;
import org.eclipse.kura.channel.ChannelRecord;
import org.eclipse.kura.system.SystemService;
import org.eclipse.kura.type.DoubleValue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A battery gets its control back when its driver goes, and when an earlier one did not do it. */
class BatteryHandBackTest {

    private static final String REGISTERS =
            """
            name,kind,address,type,unit,rate,access,min,max,step,role,storage
            power,holding,5,S16,W,fast,RW,-5000,5000,1,owner,volatile
            """;
    private static final String POINTS = "name,value,write\nbattery_power_setpoint,power,power\n";
    private static final DeviceFamily FAMILY =
            DeviceFamily.of("cell", Benches.table(REGISTERS, POINTS)).build();
    private static final int OWNERS = 20;
    private static final int SECONDS = 60;

    private static final class Cell extends TableDriver {
        Cell() {
            super(FAMILY);
        }
    }

    /** Tells what is written. */
    private static final class Bank implements RegisterBank {
        private final MemoryBank memory = new MemoryBank();
        private final BlockingQueue<Integer> written = new LinkedBlockingQueue<>();

        @Override
        public int[] read(RegisterKind kind, int address, int count) throws ModbusFault {
            return memory.read(kind, address, count);
        }

        @Override
        public void write(RegisterKind kind, int address, int[] words) throws ModbusFault {
            memory.write(kind, address, words);
            written.add(words[0]);
        }
    }

    @TempDir Path data;
    private final Bank bank = new Bank();
    private ModbusServer server;
    private Cell driver;

    @BeforeEach
    void serve() throws IOException {
        bank.memory.set(RegisterKind.HOLDING, 5, OWNERS);
        server = ModbusServer.builder().unit(1, bank).tcp(0).start();
        driver = activated();
    }

    @AfterEach
    void close() {
        driver.deactivate();
        server.close();
    }

    private Cell activated() {
        Cell fresh = new Cell();
        Framework framework =
                new Framework().with(SystemService.class, "getKuraDataDirectory", data.toString());
        fresh.activate(framework.context(), properties(10_000));
        return fresh;
    }

    private Map<String, Object> properties(int deadlineMillis) {
        Map<String, Object> properties = new HashMap<>();
        properties.put("kura.service.pid", "cell");
        properties.put("host", "127.0.0.1");
        properties.put("port", server.port());
        properties.put("write.enabled", true);
        properties.put("assets.create", false);
        properties.put("read.deadline.ms", deadlineMillis);
        return properties;
    }

    private void command(double watts) throws Exception {
        ChannelRecord channel =
                ChannelRecord.createWriteRecord("battery_power_setpoint", new DoubleValue(watts));
        channel.setChannelConfig(Map.of("+name", "battery_power_setpoint"));
        driver.write(List.of(channel));
        assertEquals(
                ChannelFlag.SUCCESS,
                channel.getChannelStatus().getChannelFlag(),
                channel.getChannelStatus().getExceptionMessage());
    }

    private int nextWritten() throws InterruptedException {
        Integer next = bank.written.poll(SECONDS, TimeUnit.SECONDS);
        assertTrue(next != null, "nothing was written in " + SECONDS + " s");
        return next;
    }

    private Path saved() {
        return data.resolve("wattwire/cell/before-battery_power_setpoint.txt");
    }

    @Test
    void aStoppedDriverHasGivenBackWhenItIsStopped() throws Exception {
        command(1000);
        assertTrue(Files.exists(saved()));
        driver.deactivate();
        assertEquals(List.of(1000, 0, OWNERS), List.copyOf(bank.written));
        assertFalse(Files.exists(saved()));
    }

    @Test
    void otherSettingsGiveBackBeforeTheyHold() throws Exception {
        command(1000);
        driver.modified(properties(9_000));
        assertEquals(List.of(1000, 0, OWNERS), List.copyOf(bank.written));
        command(500);
        assertEquals(500, bank.read(RegisterKind.HOLDING, 5, 1)[0]);
    }

    @Test
    void whatAKilledDriverLeftIsGivenBackWithoutAnybodyReading() throws Exception {
        driver.deactivate();
        Files.createDirectories(saved().getParent());
        Files.writeString(saved(), "power " + OWNERS + "\n");
        bank.memory.set(RegisterKind.HOLDING, 5, 3000);
        driver = activated();
        assertEquals(0, nextWritten());
        assertEquals(OWNERS, nextWritten());
    }
}
