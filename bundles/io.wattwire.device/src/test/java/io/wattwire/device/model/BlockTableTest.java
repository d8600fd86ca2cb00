package io.wattwire.device.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.StringReader;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Tables whose addresses count from blocks, and values that another register scales. */
class BlockTableTest {

    private static final String HEADER =
            "name,block,kind,address,type,scale,unit,invalid,access,min,max,role\n";
    private static final String POWER =
            HEADER
                    + "power,101|103,holding,14,S16,power_sf,W,0x8000,RW,0,100000,owner\n"
                    + "power_sf,101|103,holding,15,S16,,,0x8000,,,,\n"
                    + "power,113,holding,22,F32,,W,,,,,\n"
                    + "second_power,101|103 #2,holding,14,S16,second_power_sf,W,,,,,\n"
                    + "second_power_sf,101|103 #2,holding,15,S16,,,,,,,\n"
                    + "energy,101|103,holding,40,U64,power_sf,Wh,,,,,\n";

    private static RegisterTable table(String registers, String points) throws TableException {
        return RegisterTable.read(
                "registers.csv",
                new StringReader(registers),
                "points.csv",
                new StringReader(points));
    }

    private static Register power() throws TableException {
        return table(POWER, "").register("power").orElseThrow();
    }

    private static Values scale(Object value) {
        return name -> name.equals("power_sf") ? Optional.ofNullable(value) : Optional.empty();
    }

    private static Map<String, Integer> addresses(List<BlockPlace> places) throws TableException {
        return table(POWER, "").at(places).registers().stream()
                .collect(Collectors.toMap(Register::name, Register::address));
    }

    @Test
    void addressesCountFromTheBlocksThatAreThere() throws TableException {
        assertEquals(
                Map.of("power", 40_084, "power_sf", 40_085),
                addresses(List.of(new BlockPlace(103, 40_070, 20))));
        assertEquals(
                Map.of(
                        "power", 114,
                        "power_sf", 115,
                        "energy", 140,
                        "second_power", 214,
                        "second_power_sf", 215),
                addresses(List.of(new BlockPlace(101, 100, 52), new BlockPlace(103, 200, 52))));
        assertEquals(Map.of(), addresses(List.of(new BlockPlace(7, 0, 100))));
    }

    /** A device that shows its values in two ways has each name once. */
    @Test
    void theFirstRowOfANameWins() throws TableException {
        RegisterTable both =
                table(POWER, "")
                        .at(List.of(new BlockPlace(113, 0, 60), new BlockPlace(103, 60, 20)));
        assertEquals(74, both.register("power").orElseThrow().address());
        assertEquals(2, both.registers().size());
    }

    @Test
    void aPointThatLacksARegisterIsNotThere() throws TableException {
        RegisterTable table =
                table(POWER, "name,value\ninverter_power,power\nload_power,second_power\n");
        assertEquals(
                List.of("inverter_power"),
                table.at(List.of(new BlockPlace(113, 0, 60))).points().stream()
                        .map(Point::name)
                        .toList());
    }

    @Test
    void theScaleIsThePowerOfTenThatAnotherRegisterTells() throws TableException {
        int[] words = {2057};
        assertEquals(Optional.of(205.7), power().decode(words, scale(-1.0)));
        assertEquals(Optional.of(2057.0), power().decode(words, scale(0.0)));
        assertEquals(Optional.of(2057e10), power().decode(words, scale(10.0)));
        assertEquals(Optional.of(0.0000002057), power().decode(words, scale(-10.0)));
        assertEquals(Optional.empty(), power().decode(new int[] {0x8000}, scale(-1.0)));
    }

    @Test
    void aScaleThatIsNoneLeavesNoValue() throws TableException {
        for (Object none : new Object[] {null, 11.0, -11.0, 0.5, -32768.0, "1"}) {
            assertEquals(Optional.empty(), power().decode(new int[] {2057}, scale(none)));
        }
        assertEquals(Optional.empty(), power().decode(new int[] {2057}));
    }

    @Test
    void whatIsScaledIsANumberInEachScale() throws TableException {
        Register energy = table(POWER, "").register("energy").orElseThrow();
        assertEquals(ValueKind.DOUBLE, energy.valueKind());
        assertEquals(Optional.of(7.0), energy.decode(new int[] {0, 0, 0, 7}, scale(0.0)));
    }

    @Test
    void writingTakesTheSameScale() throws TableException {
        Register scaled = power().scaled(scale(-1.0)).orElseThrow();
        assertArrayEquals(new int[] {125}, scaled.encode(12.5));
        assertThrows(IllegalArgumentException.class, () -> scaled.encode(12.55));
        IllegalArgumentException unknown =
                assertThrows(IllegalArgumentException.class, () -> power().encode(1));
        assertTrue(unknown.getMessage().contains("power_sf"), unknown.getMessage());
    }

    @Test
    void aScaleMustBeInTheSameBlock() {
        TableException problem =
                assertThrows(
                        TableException.class,
                        () ->
                                table(
                                        HEADER
                                                + "power,103,holding,14,S16,power_sf,W,,,,,\n"
                                                + "power_sf,104,holding,15,S16,,,,,,,\n",
                                        ""));
        assertTrue(problem.getMessage().contains("'power_sf'"), problem.getMessage());
    }

    @Test
    void theSameWordsOfOneBlockCollide() {
        assertThrows(
                TableException.class,
                () ->
                        table(
                                HEADER
                                        + "power,103,holding,14,S16,,W,,,,,\n"
                                        + "other,101|103,holding,13,U32,,,,,,,\n",
                                ""));
    }

    @Test
    void blocksAreReadAsTheyAreWritten() {
        for (String text : List.of("103", "101|102|103", "203 #2", "")) {
            assertEquals(text, BlockRef.parse(text).toString());
        }
        for (String wrong : List.of("abc", "#2", "1 #0", "1,2")) {
            assertThrows(IllegalArgumentException.class, () -> BlockRef.parse(wrong));
        }
    }

    @Test
    void aFamilyWithBlocksNeedsALayout() throws TableException {
        FamilyBuilder builder = DeviceFamily.of("x", table(POWER, ""));
        assertThrows(IllegalStateException.class, builder::build);
    }
}
