package io.wattwire.device.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PointTableTest {
    private static final String REGISTERS =
            """
            name,kind,address,type,unit,access,role,min,max,labels,models
            p,input,0,S16,W,,,,,,
            kw,input,1,S16,kW,,,,,,
            p_l2,input,2,S16,W,,,,,,three
            count,input,4,U64,kWh,,,,,,
            state,input,8,ENUM,,,,,,0=off,
            limit,holding,0,U16,W,RW,owner,0,9000,,
            percent,holding,1,U16,%,RW,owner,0,100,,
            fixed,holding,2,U16,W,RW,,,,,
            order,holding,3,S16,W,W,owner,-9,9,,
            battery_soc,holding,4,U16,%,,,,,,
            """;
    private static final String SOC = "battery_soc,battery_soc,,,,\n";

    private static RegisterTable table(String points) throws TableException {
        return Registers.table(REGISTERS, "name,value,unit,write,role,models\n" + SOC + points);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "grid_powr,p,,,, ; points.csv row 3, column name: 'grid_powr' is no common point",
                "link_state,state,,,, ; column name: link_state tells the health of the link and is always there",
                "grid_power_age_ms,p,,,, ; column name: grid_power_age_ms tells the health of the link",
                "grid_power,p,kW,,, ; column unit: grid_power is in W, not in 'kW'; convert it in value",
                "device_state,state,W,,, ; column unit: device_state has no unit; leave it empty",
                "grid_power,q,,,, ; column value: there is no register q",
                "grid_power,p +,,,, ; column value: 'p +' has the end at position 4",
                "grid_power,,,,, ; column value: '' has the end at position 1",
                "grid_power,kw,,,, ; column value: register kw is in 'kW', grid_power in 'W'; convert it",
                "grid_power,order,,,, ; column value: register order cannot be read",
                "grid_power,p + state,,,, ; column value: register state is no number",
                "grid_connected,state,,,, ; column value: register state is a STRING, grid_connected a BOOLEAN",
                "grid_power,p,,limit,, ; column write: grid_power cannot be commanded in any brand",
                "grid_export_limit,limit,,nothing,, ; column write: there is no register nothing",
                "grid_export_limit,fixed,,fixed,, ; column write: nobody may write register fixed",
                "grid_export_limit,p,,p,, ; column write: nobody may write register p",
                "grid_export_limit,,,percent,, ; column write: register percent is in '%', grid_export_limit in 'W'",
                "grid_export_limit,p,,limit,, ; column value: is not the register that is written; write limit, or code",
                "grid_power,p,,,mains, ; column role: 'mains' is not known; write one of grid, pv, battery, load, ev",
                "battery_soc,percent,,,grid, ; column name: 'battery_soc' is already in row 2",
            })
    void refusesARowAndTellsWhatToWrite(String row, String message) {
        TableException mistake = assertThrows(TableException.class, () -> table(row));
        assertTrue(mistake.getMessage().contains(message), mistake.getMessage());
    }

    @Test
    void aPointNeedsItsRegistersInEachOfItsModels() throws TableException {
        TableException mistake =
                assertThrows(
                        TableException.class,
                        () -> table("grid_power,p + p_l2,,,,\npv_power,p,,,,single"));
        assertTrue(
                mistake.getMessage().contains("there is no register p_l2 in model single"),
                mistake.getMessage());
        RegisterTable table = table("grid_power,p + p_l2,,,,three\npv_power,p,,,,single");
        assertTrue(table.forModel("single").point("grid_power").isEmpty());
        assertEquals(
                "p + p_l2",
                table.forModel("three").point("grid_power").orElseThrow().value().toString());
    }

    @Test
    void aRegisterMayBeTheCommonPointItIsCalled() throws TableException {
        assertEquals("%", table("").point("battery_soc").orElseThrow().unit());
        TableException mistake =
                assertThrows(
                        TableException.class,
                        () -> Registers.table(REGISTERS, "name,value\nbattery_soc,percent * 1\n"));
        assertTrue(
                mistake.getMessage()
                        .startsWith(
                                "registers.csv row 11, column name: 'battery_soc' is a common point"),
                mistake.getMessage());
    }

    @Test
    void takesWhatIsWrittenByARegisterByCodeOrBlindly() throws TableException {
        RegisterTable table =
                table(
                        """
                        grid_export_limit,limit,,limit,,
                        inverter_power_limit,percent * 42,,code,,
                        battery_power_setpoint,,,order,,
                        """);
        assertTrue(table.point("inverter_power_limit").orElseThrow().writtenByCode());
        assertEquals("limit", table.point("grid_export_limit").orElseThrow().write());
        Point blind = table.point("battery_power_setpoint").orElseThrow();
        assertTrue(blind.writable());
        assertEquals(Optional.empty(), blind.value().evaluate(name -> Optional.of(1.0)));
    }

    @Test
    void aCounterOf64BitsMayStandForANumber() throws TableException {
        Point energy =
                table("grid_energy_import,count,,,,").point("grid_energy_import").orElseThrow();
        assertEquals(Optional.of(7.0), energy.evaluate(name -> Optional.of(7L)));
        Point state = table("device_state,state,,,,").point("device_state").orElseThrow();
        assertEquals(Optional.of("off"), state.evaluate(name -> Optional.of("off")));
    }
}
