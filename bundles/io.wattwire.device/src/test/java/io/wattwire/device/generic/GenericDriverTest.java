package io.wattwire.device.generic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.wattwire.device.driver.Framework;
import io.wattwire.device.model.RegisterKind;
import io.wattwire.device.server.MemoryBank;
import io.wattwire.device.server.ModbusServer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.kura.channel.ChannelFlag;
import org.eclipse.kura.channel.ChannelRecord;
import org.eclipse.kura.system.SystemService;
import org.eclipse.kura.type.DataType;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GenericDriverTest {

    private static final String REGISTERS =
            """
            name,kind,address,type,scale,unit,rate
            p_total,holding,10,S16,10,W,fast
            """;

    @TempDir Path data;
    private final GenericDriver driver = new GenericDriver();
    private final MemoryBank bank = new MemoryBank();
    private ModbusServer server;

    @BeforeEach
    void start() throws IOException {
        bank.set(RegisterKind.HOLDING, 10, 123, 456);
        server = ModbusServer.builder().unit(1, bank).tcp(0).start();
    }

    @AfterEach
    void stop() {
        driver.deactivate();
        server.close();
    }

    private void activate(String registers, String points) {
        driver.activate(
                new Framework()
                        .with(SystemService.class, "getKuraDataDirectory", data.toString())
                        .context(),
                properties(registers, points));
    }

    private Map<String, Object> properties(String registers, String points) {
        Map<String, Object> properties = new HashMap<>();
        properties.put("kura.service.pid", "own");
        properties.put("host", "127.0.0.1");
        properties.put("port", server.port());
        properties.put("assets.create", false);
        properties.put("registers.csv", registers);
        properties.put("points.csv", points);
        return properties;
    }

    private ChannelRecord read(String name) {
        ChannelRecord channel = ChannelRecord.createReadRecord(name, DataType.DOUBLE);
        channel.setChannelConfig(Map.of());
        driver.read(List.of(channel));
        return channel;
    }

    private String problem() {
        ChannelRecord channel = read("p_total");
        assertEquals(ChannelFlag.FAILURE, channel.getChannelStatus().getChannelFlag());
        return channel.getChannelStatus().getExceptionMessage();
    }

    @Test
    void aTableInTheDataDirectoryMakesADriver() throws IOException {
        Files.writeString(data.resolve("mine.csv"), REGISTERS);
        activate("mine.csv", "");
        assertEquals(1230.0, read("p_total").getValue().getValue());
    }

    @Test
    void aTableElsewhereMakesADriverAndPointsGiveCommonNames() throws IOException {
        Path registers = Files.writeString(data.resolve("r.csv"), REGISTERS);
        Path points = data.resolve("p.csv");
        Files.writeString(points, "name,value,unit\ngrid_power,-p_total,W\n");
        activate(registers.toString(), points.toString());
        assertEquals(-1230.0, read("grid_power").getValue().getValue());
    }

    @Test
    void aMetersTableFollowsItsRole() throws IOException {
        Files.writeString(data.resolve("r.csv"), REGISTERS);
        Files.writeString(
                data.resolve("p.csv"),
                "name,role,value,unit\ngrid_power,grid,p_total,W\ninverter_power,pv,p_total,W\n");
        activate("r.csv", "p.csv");
        assertEquals(1230.0, read("grid_power").getValue().getValue());
        Map<String, Object> turned = properties("r.csv", "p.csv");
        turned.put("meter.role", "pv");
        turned.put("meter.invert", true);
        driver.modified(turned);
        assertEquals(-1230.0, read("inverter_power").getValue().getValue());
    }

    @Test
    void aMistakeIsNamedByFileRowAndColumnInEachChannel() throws IOException {
        Files.writeString(data.resolve("mine.csv"), REGISTERS.replace(",10,W", ",0;1,W"));
        activate("mine.csv", "");
        String problem = problem();
        assertTrue(problem.contains("mine.csv row 2, column scale"), problem);
    }

    @Test
    void aMissingOrWrongFileIsNamed() throws IOException {
        activate("nowhere.csv", "");
        assertTrue(problem().contains("nowhere.csv"), problem());
        Files.write(
                data.resolve("latin.csv"), "name\n\u00e4".getBytes(StandardCharsets.ISO_8859_1));
        driver.modified(properties("latin.csv", ""));
        assertTrue(problem().contains("not UTF-8"), problem());
        driver.modified(properties("a\0b", ""));
        assertTrue(problem().contains("is no path"), problem());
        driver.modified(properties("", ""));
        assertTrue(problem().contains("registers.csv"), problem());
    }

    @Test
    void aChangedFileIsTakenOverAndAWrongOneIsNot() throws IOException {
        Path file = data.resolve("mine.csv");
        Files.writeString(file, REGISTERS);
        activate("mine.csv", "");
        assertEquals(1230.0, read("p_total").getValue().getValue());
        Files.writeString(file, "rubbish");
        driver.modified(properties("mine.csv", ""));
        assertEquals(1230.0, read("p_total").getValue().getValue());
        Files.writeString(file, REGISTERS.replace(",10,S16", ",11,S16"));
        driver.modified(properties("mine.csv", ""));
        assertEquals(4560.0, read("p_total").getValue().getValue());
    }
}
