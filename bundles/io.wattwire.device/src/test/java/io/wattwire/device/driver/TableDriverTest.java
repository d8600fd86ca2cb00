package io.wattwire.device.driver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.wattwire.device.model.DeviceFamily;
import io.wattwire.device.model.RegisterKind;
import io.wattwire.device.server.Answer;
import io.wattwire.device.server.MemoryBank;
import io.wattwire.device.server.ModbusServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.kura.channel.ChannelFlag;
import org.eclipse.kura.channel.ChannelRecord;
import org.eclipse.kura.driver.Driver.ConnectionException;
import org.eclipse.kura.driver.PreparedRead;
import org.eclipse.kura.system.SystemService;
import org.eclipse.kura.type.DataType;
import org.eclipse.kura.type.DoubleValue;
import org.eclipse.kura.type.TypedValue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TableDriverTest {

    private static final DeviceFamily FAMILY =
            DeviceFamily.of("bench", Benches.inverterTable()).model("a", "A").build();

    private static final class BenchDriver extends TableDriver {
        BenchDriver() {
            super(FAMILY);
        }
    }

    @TempDir Path data;
    private final MemoryBank bank = new MemoryBank();
    private final AtomicInteger requests = new AtomicInteger();
    private final TableDriver driver = new BenchDriver();
    private volatile Answer answer = Answer.normal();
    private ModbusServer server;

    @BeforeEach
    void start() throws IOException {
        bank.set(RegisterKind.INPUT, 0, 1500, 1, 0, 0, 0, 7);
        bank.set(RegisterKind.HOLDING, 40, 3000);
        server =
                ModbusServer.builder()
                        .unit(1, bank)
                        .tcp(0)
                        .misbehaviour(
                                (unit, pdu) -> {
                                    requests.incrementAndGet();
                                    return answer;
                                })
                        .start();
    }

    @AfterEach
    void stop() {
        driver.deactivate();
        server.close();
    }

    private Map<String, Object> properties(Object... more) {
        Map<String, Object> properties = new HashMap<>();
        properties.put("kura.service.pid", "inv");
        properties.put("host", "127.0.0.1");
        properties.put("port", server.port());
        properties.put("assets.create", false);
        properties.put("write.enabled", true);
        for (int i = 0; i < more.length; i += 2) {
            properties.put((String) more[i], more[i + 1]);
        }
        return properties;
    }

    private void activate(Object... more) {
        driver.activate(
                new Framework()
                        .with(SystemService.class, "getKuraDataDirectory", data.toString())
                        .context(),
                properties(more));
    }

    private static ChannelRecord channel(String name, DataType type) {
        ChannelRecord channel = ChannelRecord.createReadRecord(name, type);
        channel.setChannelConfig(Map.of());
        return channel;
    }

    private static ChannelRecord write(String name, TypedValue<?> value) {
        ChannelRecord channel = ChannelRecord.createWriteRecord(name, value);
        channel.setChannelConfig(Map.of());
        return channel;
    }

    private static boolean good(ChannelRecord channel) {
        return channel.getChannelStatus().getChannelFlag() == ChannelFlag.SUCCESS;
    }

    @Test
    void channelsGetTheirValuesInTheirTypes() {
        activate();
        List<ChannelRecord> channels =
                List.of(
                        channel("inverter_power", DataType.DOUBLE),
                        channel("inverter_power", DataType.INTEGER),
                        channel("device_state", DataType.STRING),
                        channel("counter", DataType.LONG));
        driver.read(channels);
        assertEquals(
                List.of(1500.0, 1500, "normal", 7L),
                channels.stream().map(channel -> channel.getValue().getValue()).toList());
        assertTrue(
                channels.stream()
                        .allMatch(c -> c.getTimestamp() > System.currentTimeMillis() - 60_000));
    }

    @Test
    void activationOpensNothing() {
        assertTimeout(Duration.ofSeconds(10), () -> activate("host", "192.0.2.1"));
        activate();
        driver.modified(properties("port", 1));
        driver.modified(properties());
        assertEquals(0, requests.get());
    }

    @Test
    void anUnchangedConfigurationChangesNothing() throws Exception {
        activate();
        PreparedRead prepared =
                driver.prepareRead(List.of(channel("device_state", DataType.STRING)));
        prepared.execute();
        int before = requests.get();
        driver.modified(properties());
        driver.modified(properties("port", String.valueOf(server.port())));
        prepared.execute();
        assertEquals(before, requests.get(), "the slow value is still known");
        driver.modified(properties("read.deadline.ms", 900));
        prepared.execute();
        assertTrue(requests.get() > before, "another session reads it anew");
    }

    @Test
    void aWriteReachesTheDevice() throws ConnectionException {
        activate();
        ChannelRecord channel = write("grid_export_limit", new DoubleValue(2000));
        driver.write(List.of(channel));
        assertTrue(good(channel));
        ChannelRecord read = channel("grid_export_limit", DataType.DOUBLE);
        driver.read(List.of(read));
        assertEquals(2000.0, read.getValue().getValue());
    }

    @Test
    void whatWasThereBeforeIsKeptBelowKurasDataDirectory() throws Exception {
        activate();
        driver.write(List.of(write("grid_export_limit", new DoubleValue(2000))));
        Path saved = data.resolve("wattwire/inv/before-grid_export_limit.txt");
        assertEquals("export_limit 3000\n", Files.readString(saved));
    }

    @Test
    void aRefusalFailsItsChannelAndNoOther() throws ConnectionException {
        activate();
        ChannelRecord wrong = write("grid_export_limit", new DoubleValue(-9));
        ChannelRecord right = write("grid_export_limit", new DoubleValue(1000));
        driver.write(List.of(wrong, right));
        assertFalse(good(wrong));
        assertTrue(wrong.getChannelStatus().getExceptionMessage().contains("-9.0 W"));
        assertTrue(good(right));
    }

    @Test
    void onlyAWriteToASilentDeviceThrows() {
        activate("read.deadline.ms", 100);
        answer = Answer.silent();
        ChannelRecord read = channel("inverter_power", DataType.DOUBLE);
        driver.read(List.of(read));
        assertFalse(good(read));
        ChannelRecord write = write("grid_export_limit", new DoubleValue(1000));
        assertThrows(ConnectionException.class, () -> driver.write(List.of(write)));
        assertFalse(good(write));
        assertThrows(
                ConnectionException.class,
                () -> {
                    driver.modified(properties("read.deadline.ms", 101));
                    driver.write(List.of(write));
                });
    }

    @Test
    void afterDeactivationNothingIsWritten() {
        activate();
        driver.deactivate();
        ChannelRecord write = write("grid_export_limit", new DoubleValue(1000));
        ConnectionException refusal =
                assertThrows(ConnectionException.class, () -> driver.write(List.of(write)));
        assertEquals("the driver is stopped", refusal.getMessage());
        assertEquals(0, requests.get());
    }

    @Test
    void deactivationDoesNotWaitForAReadThatHangs() throws Exception {
        activate("read.deadline.ms", 8_000);
        CountDownLatch asked = new CountDownLatch(1);
        answer = Answer.silent();
        ExecutorService asset = Executors.newSingleThreadExecutor();
        try {
            Future<?> read =
                    asset.submit(
                            () -> {
                                asked.countDown();
                                driver.read(List.of(channel("inverter_power", DataType.DOUBLE)));
                            });
            assertTrue(asked.await(60, TimeUnit.SECONDS));
            assertTimeout(Duration.ofSeconds(4), driver::deactivate);
            read.get(60, TimeUnit.SECONDS);
        } finally {
            asset.shutdownNow();
        }
    }

    @Test
    void severalAssetsReadAndWriteAtTheSameTime() throws Exception {
        activate("read.deadline.ms", 60_000);
        ExecutorService assets = Executors.newFixedThreadPool(4);
        try {
            List<Future<Boolean>> all = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                int number = i;
                all.add(assets.submit(() -> fiftyTurns(number)));
            }
            for (Future<Boolean> one : all) {
                assertTrue(one.get(60, TimeUnit.SECONDS));
            }
        } finally {
            assets.shutdownNow();
        }
    }

    private boolean fiftyTurns(int number) throws Exception {
        ChannelRecord read = channel("inverter_power", DataType.DOUBLE);
        PreparedRead prepared = driver.prepareRead(List.of(read));
        boolean good = true;
        for (int i = 0; i < 50; i++) {
            if (number == 0) {
                ChannelRecord write = write("grid_export_limit", new DoubleValue(1000.0 + i));
                driver.write(List.of(write));
                good &= good(write);
            } else {
                prepared.execute();
                good &= good(read) && read.getValue().getValue().equals(1500.0);
            }
        }
        return good;
    }

    @Test
    void connectAsksAndDisconnectLetsGo() throws ConnectionException {
        assertThrows(ConnectionException.class, driver::connect);
        activate();
        driver.connect();
        driver.disconnect();
        ChannelRecord read = channel("inverter_power", DataType.DOUBLE);
        driver.read(List.of(read));
        assertTrue(good(read));
    }
}
