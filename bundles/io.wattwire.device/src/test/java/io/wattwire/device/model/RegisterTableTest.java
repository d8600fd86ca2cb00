package io.wattwire.device.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RegisterTableTest {
    private static final String FULL =
            """
            # a comment
            note,name,service,kind,address,type,word_order,scale,offset,unit,invalid,rate,access,min,max,step,role,\
            storage,expiry,min_interval,models,labels
            "a, b",rate,vebus,holding,3,S32,little,0.1,-5,%,0x80000000|-1,fast,RW,0,100,0.5,installer,volatile,60,1.5,\
            m1 m2,
            ,state,,input,0,ENUM,,,,,,,,,,,,,,,,0=off| 0x01 = on
            """;

    private static String registers(String rows) {
        return "name,kind,address,type,unit,access,role,min,max,models\n" + rows;
    }

    private static void assertMistake(String registers, String points, String message) {
        TableException mistake =
                assertThrows(TableException.class, () -> Registers.table(registers, points));
        assertTrue(mistake.getMessage().contains(message), mistake.getMessage());
    }

    @Test
    void readsAllColumnsInAnyOrder() throws TableException {
        Register rate = Registers.table(FULL, "").registers().get(0);
        assertEquals("a, b", rate.note());
        assertEquals("vebus", rate.service());
        assertEquals(RegisterKind.HOLDING, rate.kind());
        assertEquals(3, rate.address());
        assertEquals(new ValueType(Encoding.S32, 2, WordOrder.LITTLE), rate.type());
        assertEquals(0.1, rate.scale());
        assertEquals(-5, rate.offset());
        assertEquals("%", rate.unit());
        assertEquals(List.of(0x80000000L, -1L), rate.invalid());
        assertEquals(Rate.FAST, rate.rate());
        assertEquals(Access.RW, rate.access());
        assertEquals(OptionalDouble.of(0), rate.min());
        assertEquals(OptionalDouble.of(100), rate.max());
        assertEquals(OptionalDouble.of(0.5), rate.step());
        assertEquals(WriteRole.INSTALLER, rate.role());
        assertEquals(Storage.VOLATILE, rate.storage());
        assertEquals(Duration.ofSeconds(60), rate.expiry());
        assertEquals(Duration.ofMillis(1500), rate.minInterval());
        assertEquals(Set.of("m1", "m2"), rate.models());
    }

    /** Where a table says nothing, nobody writes, and nothing is written often. */
    @Test
    void missingCellsMeanTheSafeDefaults() throws TableException {
        Register state = Registers.table(FULL, "").register("state").orElseThrow();
        assertEquals(Map.of(0L, "off", 1L, "on"), state.labels());
        assertEquals(1, state.scale());
        assertEquals(Rate.SLOW, state.rate());
        assertEquals(Access.R, state.access());
        assertEquals(WriteRole.NEVER, state.role());
        assertEquals(Storage.FLASH, state.storage());
        assertEquals(Duration.ZERO, state.expiry());
        assertTrue(state.existsIn("anything"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "Power,holding,0,U16,,,,,, ; row 2, column name: 'Power' is no name; write lower_snake",
                "a__b,holding,0,U16,,,,,, ; column name: 'a__b' is no name",
                "a_,holding,0,U16,,,,,, ; column name: 'a_' is no name",
                "a/b,holding,0,U16,,,,,, ; column name: 'a/b' is no name",
                "bms_error,holding,0,U16,,,,,, ; ends in _error, which Kura uses itself",
                "a_timestamp,holding,0,U16,,,,,, ; ends in _timestamp",
                "a_unit,holding,0,U16,,,,,, ; ends in _unit",
                "max,holding,0,U16,,,,,, ; 'max' is a function of expressions",
                "link_state,holding,0,U16,,,,,, ; is kept for the health of the link",
                "a_age_ms,holding,0,U16,,,,,, ; is kept for the health of the link",
                "grid_power,holding,0,U16,W,,,,, ; column name: 'grid_power' is a common point; rename the register",
                ",holding,0,U16,,,,,, ; column name: is empty; every row needs it",
                "r,,0,U16,,,,,, ; column kind: is empty",
                "r,hold,0,U16,,,,,, ; column kind: 'hold' is not known; write one of holding, input, coil, discrete",
                "r,holding,-1,U16,,,,,, ; column address: -1 leaves the address space; write 0 to 65535",
                "r,holding,65535,U32,,,,,, ; column address: 65535 leaves the address space; write 0 to 65534",
                "r,holding,ten,U16,,,,,, ; column address: 'ten' is not a whole number; write 123 or 0x7B",
                "r,holding,0,U17,,,,,, ; column type: 'U17' is not a type; write U16 S16",
                "r,coil,0,U16,,,,,, ; column type: U16 does not fit into one bit; write BOOL",
                "r,holding,0,U16,KWH,,,,, ; column unit: 'KWH' is spelled kWh here; write kWh",
                "r,holding,0,U16,°C,,,,, ; column unit: '°C' is spelled degC here; write degC",
                "r,holding,0,U16,no unit,,,,, ; column unit: 'no unit' is no unit",
                "r_voltage,holding,0,U16,,,,,, ; column unit: is empty, but the name promises a measured number; write V",
                "r,holding,0,ENUM,W,,,,, ; column unit: only numbers have one; leave it empty for ENUM",
                "r,holding,0,STR4,,,,1,, ; column min: only numbers have one",
                "r,holding,0,U16,,RW,owner,1,, ; column max: is empty; a number that somebody may write needs min and max",
                "r,holding,0,U16,,RW,owner,2,1, ; column min: 2 is above max 1; swap them",
                "r,holding,0,ENUM,,RW,owner,,, ; column labels: is empty; a state that somebody may write needs the states",
                "r,holding,0,U16,,R,owner,,, ; column role: only what can be written has one",
                "r,input,0,U16,,RW,,,, ; column access: nobody can write a register of kind input; write R",
                "r,holding,0,U8HI,,RW,,,, ; column access: half a word cannot be written alone",
                "r,holding,0,U16,,X,,,, ; column access: 'X' is not known; write one of R, W, RW",
                "r,holding,0,U16,,RW,boss,,, ; column role: 'boss' is not known; write one of owner, installer, never",
                "r,holding,0,U16 ; row 2: has 4 cells, the header has 10; quote cells with a comma in them",
            })
    void refusesARowAndTellsWhatToWrite(String row, String message) {
        assertMistake(registers(row), "", message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "type,scale ; U16,0 ; column scale: 0 makes every value 0; write 1 for none",
                "type,scale ; U16,'\"0,1\"' ; column scale: '0,1' is not a number; write 0.1",
                "type,scale ; U16,x ; column scale: 'x' is not a number; write 0.1",
                "type,scale ; BITS16,2 ; column scale: only numbers have one",
                "type,offset ; STR2,2 ; column offset: only numbers have one",
                "type,invalid ; U16,0x10000 ; column invalid: '0x10000' is no pattern of a U16",
                "type,invalid ; U16,nan ; column invalid: 'nan' is not a whole number",
                "type,invalid ; STR2,0 ; column invalid: '0' is no pattern of a STR2",
                "type,labels ; ENUM,on ; column labels: 'on' is no label; write 0=off|1=on",
                "type,labels ; ENUM,1= ; column labels: '1=' is no label",
                "type,labels ; ENUM,1=a|0x1=b ; column labels: has 1 twice; remove one",
                "type,labels ; ENUM,70000=a ; column labels: 70000 is no value of a ENUM",
                "type,labels ; BITS16,16=a ; column labels: 16 is no bit of a BITS16",
                "type,labels ; STR2,1=a ; column labels: 1 is no value of a STR2",
                "type,word_order ; U32,middle ; column word_order: 'middle' is not known; write one of big, little",
                "type,expiry ; U16,-1 ; column expiry: '-1' is no time in seconds; write 0 or more",
                "type,step ; U16,0 ; column step: 0 is no step; write a number above 0",
                "type,access,role,labels ; ENUM,RW,owner,1=a|2=a ; column labels: has two states of the same name",
            })
    void refusesACell(String columns, String cells, String message) {
        assertMistake(
                "name,kind,address," + columns + "\nr,holding,0," + cells.replace("'", "") + "\n",
                "",
                message);
    }

    @Test
    void refusesAHeader() {
        assertMistake(
                "name,kind,address,type,colour\n",
                "",
                "row 1, column colour: is not known; write one of name,");
        assertMistake(
                "name,kind,address\n",
                "",
                "row 1, column type: is missing from the header; add it");
        assertMistake(
                "name,name,kind,address,type\n",
                "",
                "row 1, column name: is there twice; remove one");
        assertMistake("", "", "registers.csv: has no registers");
        assertMistake("name,kind,address,type\n", "", "registers.csv: has no registers");
        assertMistake(
                registers("r,holding,0,U16,,,,,,"),
                "name\n",
                "points.csv row 1, column value: is missing");
    }

    @Test
    void aNameIsUniqueInEachModel() throws TableException {
        assertMistake(
                registers("r,holding,0,U16,,,,,,\nr,holding,5,U16,,,,,,m1"),
                "",
                "row 3, column name: 'r' is already in row 2; remove one, or give both models of their own");
        RegisterTable table =
                Registers.table(registers("r,holding,0,U16,,,,,,m1\nr,holding,5,U16,,,,,,m2"), "");
        assertEquals(5, table.forModel("m2").register("r").orElseThrow().address());
        assertTrue(table.forModel("m3").registers().isEmpty());
    }

    @Test
    void aTableIsOfABoundedNumberOfModels() {
        StringBuilder models = new StringBuilder();
        for (int i = 0; i <= 200; i++) {
            models.append(" m").append(i);
        }
        assertMistake(
                registers("r,holding,0,U16,,,,,," + models),
                "",
                "column models: the table names more than 200 models");
    }

    @Test
    void wordsAreSharedWhollyOrNotAtAll() throws TableException {
        String high = "a,holding,0,U32,,,,,,\n";
        assertMistake(
                registers(high + "b,holding,1,U16,,,,,,"),
                "",
                "row 3, column address: b shares a part of its words with a in row 2");
        assertMistake(
                registers("b,holding,0,U16,,,,,,\n" + high), "", "shares a part of its words");
        for (String fine :
                List.of("b,holding,0,S32,,,,,,", "b,holding,2,U16,,,,,,", "b,input,1,U16,,,,,,")) {
            assertEquals(2, Registers.table(registers(high + fine), "").registers().size());
        }
        assertEquals(
                2,
                Registers.table(registers("a,holding,0,U32,,,,,,m1\nb,holding,1,U16,,,,,,m2"), "")
                        .registers()
                        .size());
    }
}
