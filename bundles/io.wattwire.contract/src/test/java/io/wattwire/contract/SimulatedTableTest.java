package io.wattwire.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.wattwire.device.model.Range;
import io.wattwire.device.model.Register;
import io.wattwire.device.model.RegisterKind;
import io.wattwire.device.model.RegisterTable;
import io.wattwire.device.server.ModbusFault;
import java.io.StringReader;
import java.util.List;
import org.junit.jupiter.api.Test;

class SimulatedTableTest {

    private static List<Register> registers() throws Exception {
        String text = "name,kind,address,type\na,holding,3,U16\n";
        return RegisterTable.read("r", new StringReader(text), "p", new StringReader("name,value"))
                .registers();
    }

    @Test
    void whatTheTableLacksIsRefused() throws Exception {
        SimulatedTable strict = new SimulatedTable(registers(), List.of(), false);
        assertThrows(ModbusFault.class, () -> strict.read(RegisterKind.HOLDING, 3, 2));
    }

    @Test
    void whatTheTableLacksReadsZeroWhereTheFamilySaysSo() throws Exception {
        Range zeros = new Range(RegisterKind.HOLDING, 0, 5);
        SimulatedTable lenient = new SimulatedTable(registers(), List.of(zeros), false);
        int[] read = lenient.read(RegisterKind.HOLDING, 0, 6);
        assertEquals(0, read[0] + read[5]);
        assertEquals(lenient.shown(registers().get(0)).orElseThrow(), (double) read[3]);
        assertThrows(ModbusFault.class, () -> lenient.read(RegisterKind.HOLDING, 5, 2));
        assertThrows(ModbusFault.class, () -> lenient.read(RegisterKind.INPUT, 0, 1));
        lenient.refuse(registers().get(0));
        assertThrows(ModbusFault.class, () -> lenient.read(RegisterKind.HOLDING, 0, 6));
    }
}
