package io.wattwire.simulator.device;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.wattwire.device.model.DeviceFamily;
import io.wattwire.device.model.Point;
import io.wattwire.device.model.Range;
import io.wattwire.device.model.Register;
import io.wattwire.device.model.RegisterKind;
import io.wattwire.device.model.RegisterTable;
import io.wattwire.device.model.Service;
import io.wattwire.device.model.TableException;
import io.wattwire.device.model.ValueKind;
import io.wattwire.device.server.ModbusFault;
import io.wattwire.simulator.Families;
import java.io.StringReader;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class TableDeviceTest {

    private static final String REGISTERS =
            """
            name,kind,address,type,scale,unit,access,min,max,storage,labels
            power_a,input,0,U32,0.1,W,R,,,,
            power_b,input,2,S16,,W,R,,,,
            discharge,input,3,U16,,W,R,,,,
            charge,input,4,U16,,W,R,,,,
            squared,input,30,U16,,W,R,,,,
            high,input,10,U8HI,,,R,,,,
            low,input,10,U8LO,,,R,,,,
            mode,holding,0,ENUM,,,RW,,,flash,0=off|1=on
            limit,holding,1,U16,,%,RW,0,100,volatile,
            wide,holding,2,U32,,W,RW,,,volatile,
            model,holding,8,STR2,,,R,,,,
            relay,coil,5,BOOL,,,RW,,,volatile,
            """;

    private static final String POINTS =
            """
            name,value,unit,write
            grid_power,-(power_a + power_b),W,
            battery_power,charge - discharge,W,
            inverter_power,squared * squared,W,
            """;

    private final TableDevice device = device(RegisterSpace.strict(Families.GROWATT.rules()));

    private static TableDevice device(RegisterSpace space) {
        try {
            return new TableDevice(
                    RegisterTable.read(
                            "r", new StringReader(REGISTERS), "p", new StringReader(POINTS)),
                    space);
        } catch (TableException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void assertFault(int code, Executable call) {
        assertEquals(code, assertThrows(ModbusFault.class, call).code());
    }

    static Stream<Arguments> models() {
        return Stream.of(Families.SDM, Families.GROWATT)
                .flatMap(f -> f.models().stream().map(model -> Arguments.of(f, model.name())));
    }

    @ParameterizedTest
    @MethodSource("models")
    void everyRegisterShowsWhatWasSet(DeviceFamily family, String model) throws ModbusFault {
        TableDevice simulated = TableDevice.of(family, model);
        assertTrue(simulated.table().registers().size() >= 10, "a table of its model");
        for (Register register : simulated.table().registers()) {
            Object value = example(register);
            simulated.set(register.name(), value);
            int[] words = RegisterTables.readWords(simulated, register, family.rules().evenOnly());
            Object shown = register.decode(words).orElseThrow(() -> missing(register));
            if (value instanceof Number number && shown instanceof Number decoded) {
                double step = register.valueKind() == ValueKind.DOUBLE ? register.scale() : 1;
                assertEquals(
                        number.doubleValue(), decoded.doubleValue(), step / 2, register.name());
            } else {
                assertEquals(value.toString(), shown.toString(), register.name());
            }
        }
    }

    private static AssertionError missing(Register register) {
        return new AssertionError(register.name() + " decodes to nothing");
    }

    private static Object example(Register register) {
        if (!register.labels().isEmpty() && register.valueKind() == ValueKind.STRING) {
            return register.labels().get(register.labels().lastKey());
        }
        return switch (register.valueKind()) {
            case STRING ->
                    switch (register.type().encoding()) {
                        case STRING -> "A7";
                        case ENUM -> "3";
                        default -> register.decode(new int[register.type().words()]).orElse("");
                    };
            case BOOLEAN -> true;
            case LONG -> 5L;
            case DOUBLE -> register.offset() + register.scale() * 37;
        };
    }

    @ParameterizedTest
    @MethodSource("models")
    void everyPointThatIsLinearCanBeSet(DeviceFamily family, String model) {
        int set = 0;
        RegisterTable table = TableDevice.of(family, model).table();
        for (Point point : table.points()) {
            TableDevice simulated = TableDevice.of(family, model);
            for (String rated : List.of("nominal_power", "vpp_rated_power")) {
                if (table.register(rated).isPresent()) {
                    simulated.set(rated, 4_200);
                }
            }
            Object unset = simulated.get(point.name()).orElse(0.0);
            if (!(unset instanceof Number)) {
                continue;
            }
            simulated.set(point.name(), 84);
            double shown = ((Number) simulated.get(point.name()).orElseThrow()).doubleValue();
            assertEquals(84, shown, 0.51, point.name());
            set++;
        }
        assertTrue(set > 5, "only " + set);
    }

    @Test
    void sumIsSolvedByItsFirstRegisterThatNoOtherPointShows() {
        device.set("power_b", 100).set("grid_power", -1_500);
        assertEquals(1_400.0, device.get("power_a").orElseThrow());
        assertEquals(-1_500.0, device.get("grid_power").orElseThrow());
    }

    @Test
    void differenceOfUnsignedRegistersTakesEitherSign() {
        device.set("battery_power", 700);
        assertEquals(700.0, device.get("charge").orElseThrow());
        device.set("battery_power", -300);
        assertEquals(0.0, device.get("charge").orElseThrow());
        assertEquals(300.0, device.get("discharge").orElseThrow());
    }

    @Test
    void aPointThatCannotBeTurnedAroundNamesItsRegisters() {
        Exception refused =
                assertThrows(IllegalArgumentException.class, () -> device.set("inverter_power", 5));
        assertTrue(refused.getMessage().contains("squared"), refused.getMessage());
    }

    @Test
    void valuesOfAFileAreSetRegistersFirst() {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("grid_power", 200);
        values.put("power_b", -500);
        device.setAll(values);
        assertEquals(200.0, device.get("grid_power").orElseThrow());
        assertThrows(IllegalArgumentException.class, () -> device.set("nonsense", 1));
        assertThrows(IllegalArgumentException.class, () -> device.set("grid_power", "much"));
    }

    @Test
    void halvesOfAWordKeepEachOther() throws ModbusFault {
        device.set("high", 0x12).set("low", 0x34);
        assertArrayEquals(new int[] {0x1234}, device.read(RegisterKind.INPUT, 10, 1));
    }

    @Test
    void unlistedRegistersAreRefusedAndReadZeroWhereTheDeviceDoesSo() throws ModbusFault {
        assertFault(2, () -> device.read(RegisterKind.INPUT, 4, 2));
        assertFault(2, () -> device.read(RegisterKind.HOLDING, 500, 1));
        TableDevice lenient =
                device(new RegisterSpace(Families.GROWATT.rules(), SimulatedGrowatt.blocks()));
        assertArrayEquals(new int[2], lenient.read(RegisterKind.INPUT, 4, 2));
        assertFault(2, () -> lenient.read(RegisterKind.HOLDING, 500, 1));
    }

    /** What a driver says of its devices is what they do. */
    @Test
    void whereAFamilyAnswersZeroItsSimulatedDeviceDoes() throws Exception {
        RegisterTable table =
                RegisterTable.read("r", new StringReader(REGISTERS), "p", new StringReader(POINTS));
        DeviceFamily family =
                DeviceFamily.of("zeros", table)
                        .zeros(new Range(RegisterKind.HOLDING, 0, 20))
                        .build();
        TableDevice lenient = TableDevice.of(family, "zeros").set("limit", 40);
        int[] read = lenient.read(RegisterKind.HOLDING, 0, 21);
        assertEquals(40, read[1]);
        assertEquals(0, read[20]);
        assertFault(2, () -> lenient.read(RegisterKind.HOLDING, 20, 2));
        assertFault(2, () -> lenient.read(RegisterKind.INPUT, 4, 2));
    }

    @Test
    void blocksAreHeldToTheDevicesRules() {
        TableDevice growatt =
                device(new RegisterSpace(Families.GROWATT.rules(), SimulatedGrowatt.blocks()));
        assertFault(2, () -> growatt.read(RegisterKind.INPUT, 120, 10));
        TableDevice sdm = device(new RegisterSpace(Families.SDM.rules(), SimulatedSdm230.gaps()));
        assertFault(2, () -> sdm.read(RegisterKind.INPUT, 0, 3));
        assertFault(2, () -> sdm.read(RegisterKind.INPUT, 1, 2));
        assertFault(3, () -> sdm.read(RegisterKind.INPUT, 0, 62));
    }

    @Test
    void writesAreKeptUntilPowerIsLostUnlessStored() throws ModbusFault {
        device.set("limit", 100);
        device.write(RegisterKind.HOLDING, 0, new int[] {1, 40, 0, 7});
        device.write(RegisterKind.COIL, 5, new int[] {1});
        assertEquals("on", device.get("mode").orElseThrow());
        assertEquals(40.0, device.get("limit").orElseThrow());
        assertEquals(7.0, device.get("wide").orElseThrow());
        assertEquals(true, device.get("relay").orElseThrow());
        device.losePower();
        assertEquals("on", device.get("mode").orElseThrow());
        assertEquals(100.0, device.get("limit").orElseThrow());
        assertEquals(0.0, device.get("wide").orElseThrow());
        assertEquals(false, device.get("relay").orElseThrow());
    }

    @Test
    void writesThatTheTableForbidsAreRefusedAsAWhole() {
        for (List<Integer> block : List.of(List.of(8), List.of(9), List.of(4), List.of(3))) {
            assertFault(2, () -> device.write(RegisterKind.HOLDING, block.get(0), new int[] {1}));
        }
        assertFault(3, () -> device.write(RegisterKind.HOLDING, 0, new int[] {1, 101}));
        assertEquals("off", device.get("mode").orElseThrow(), "nothing of it was done");
    }

    @Test
    void familyWithoutTheModelIsToldSo() {
        Exception refused =
                assertThrows(
                        IllegalArgumentException.class,
                        () -> TableDevice.of(Families.SDM, "sdm999"));
        assertTrue(refused.getMessage().contains("sdm230"), refused.getMessage());
    }

    @Test
    void aPartWithAUnitIdOfItsOwnAnswersApart() throws Exception {
        String registers =
                """
                name,service,kind,address,type,access,role,min,max
                state,,holding,0,U16,,,,
                near_state,near,holding,1,U16,,,,
                grid_watts,grid,holding,0,S16,RW,owner,-9,9
                """;
        DeviceFamily family =
                DeviceFamily.of("parts", table(registers))
                        .service(Service.sameUnit("near", "Near"))
                        .service(Service.unit("grid", "Grid meter", 30))
                        .build();
        TableDevice whole = TableDevice.of(family, "parts");
        whole.set("state", 1).set("near_state", 2).set("grid_watts", 3);
        assertArrayEquals(new int[] {1, 2}, whole.read(RegisterKind.HOLDING, 0, 2));
        SimulatedDevice grid = whole.part("grid");
        assertArrayEquals(new int[] {3}, grid.read(RegisterKind.HOLDING, 0, 1));
        grid.write(RegisterKind.HOLDING, 0, new int[] {5});
        assertEquals(5.0, whole.get("grid_watts").orElseThrow());
        assertEquals(1.0, whole.get("state").orElseThrow());
        assertFault(2, () -> grid.read(RegisterKind.HOLDING, 1, 1));
        assertThrows(IllegalArgumentException.class, () -> whole.part("near"));
    }

    private static RegisterTable table(String registers) throws TableException {
        return RegisterTable.read(
                "registers.csv", new StringReader(registers), "points.csv", new StringReader(""));
    }
}
