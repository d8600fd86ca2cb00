package io.wattwire.device.generic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.wattwire.device.model.DeviceFamily;
import io.wattwire.device.model.RegisterKind;
import io.wattwire.device.model.TableException;
import io.wattwire.device.server.ModbusFault;
import io.wattwire.device.server.ModbusServer;
import io.wattwire.device.server.RegisterBank;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.kura.channel.ChannelFlag;
import org.eclipse.kura.channel.ChannelRecord;
import org.eclipse.kura.type.DataType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OwnTableTest {
    private static final String REGISTERS =
            """
            name,kind,address,type,word_order,unit,models
            total_power,holding,1008,F32,little,W,
            second_power,holding,1010,F32,little,W,long
            """;

    @TempDir Path folder;

    @Test
    void aDeviceIsReadByTheUsersOwnTable() throws Exception {
        Path registers =
                file("registers.csv", "name,kind,address,type,unit\npower,input,7,S16,W\n");
        Path points = file("points.csv", "name,value\ngrid_power,-power\n");
        try (ModbusServer server = serve(new OneWord(0xFFFE))) {
            GenericDriver driver = new GenericDriver();
            driver.activate(
                    null,
                    Map.of(
                            "host", InetAddress.getLoopbackAddress().getHostAddress(),
                            "port", server.port(),
                            "registers.csv", registers.toString(),
                            "points.csv", points.toString(),
                            "assets.create", false));
            ChannelRecord channel = ChannelRecord.createReadRecord("grid_power", DataType.DOUBLE);
            driver.read(List.of(channel));
            driver.deactivate();
            assertEquals(ChannelFlag.SUCCESS, channel.getChannelStatus().getChannelFlag());
            assertEquals(2.0, channel.getValue().getValue());
        }
    }

    @Test
    void aMistakeNamesFileRowColumnAndRemedyAndTheDriverWaits() throws Exception {
        Path registers =
                file("registers.csv", "name,kind,address,type,unit\npower,input,7,S17,W\n");
        TableException wrong =
                assertThrows(
                        TableException.class,
                        () -> new TableFiles().read(Optional.of(registers), Optional.empty()));
        assertTrue(
                wrong.getMessage().startsWith(registers + " row 2, column type"),
                wrong.getMessage());
        GenericDriver driver = new GenericDriver();
        driver.activate(null, Map.of("host", "::1", "registers.csv", registers.toString()));
        ChannelRecord channel = ChannelRecord.createReadRecord("power", DataType.DOUBLE);
        driver.read(List.of(channel));
        assertEquals(ChannelFlag.FAILURE, channel.getChannelStatus().getChannelFlag());
        assertTrue(
                channel.getChannelStatus().getExceptionMessage().contains("column type"),
                channel.getChannelStatus().getExceptionMessage());
    }

    @Test
    void tablesOfSeveralModelsAndMeterRolesWorkAsInADriver() throws Exception {
        DeviceFamily family = read(REGISTERS, "name,role,value\ngrid_power,grid,total_power\n");
        assertEquals("long", family.models().get(0).name());
        assertTrue(family.meter());
    }

    @Test
    void aPointThatNeedsCodeIsAMistakeHere() {
        TableException wrong =
                assertThrows(
                        TableException.class,
                        () -> read(REGISTERS, "name,value,write\ninverter_power_limit,,code\n"));
        assertTrue(wrong.getMessage().contains("written by code"), wrong.getMessage());
    }

    @Test
    void unchangedFilesGiveTheSameFamilySoThatARunningDriverIsLeftAlone() throws Exception {
        TableFiles files = new TableFiles();
        Optional<Path> registers = Optional.of(file("registers.csv", REGISTERS));
        DeviceFamily first = files.read(registers, Optional.empty());
        assertSame(first, files.read(registers, Optional.empty()));
    }

    private DeviceFamily read(String registers, String points) throws Exception {
        return new TableFiles()
                .read(
                        Optional.of(file("registers.csv", registers)),
                        Optional.of(file("points.csv", points)));
    }

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    /** Any word of it reads the same. */
    private record OneWord(int word) implements RegisterBank {
        @Override
        public int[] read(RegisterKind kind, int address, int count) {
            int[] words = new int[count];
            Arrays.fill(words, word);
            return words;
        }

        @Override
        public void write(RegisterKind kind, int address, int[] words) throws ModbusFault {
            throw new ModbusFault(ModbusFault.ILLEGAL_ADDRESS, "read-only");
        }
    }

    private static ModbusServer serve(RegisterBank device) throws IOException {
        return ModbusServer.builder()
                .unit(1, device)
                .tcp(InetAddress.getLoopbackAddress(), 0)
                .start();
    }
}
