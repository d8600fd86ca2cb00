package io.wattwire.device.driver;

import io.wattwire.device.model.RegisterTable;
import io.wattwire.device.model.TableException;
import java.io.StringReader;

/** Tables for the tests of this package. */
final class Benches {

    private Benches() {}

    static RegisterTable meterTable() {
        return table(
                """
                name,kind,address,type,scale,unit,rate
                p,input,0,S32,0.1,W,fast
                """,
                """
                name,role,value,unit
                grid_power,grid,p,W
                inverter_power,pv,p,W
                """);
    }

    static RegisterTable inverterTable() {
        return table(
                """
                name,kind,address,type,scale,unit,rate,access,min,max,role,storage,labels
                power,input,0,U16,1,W,fast,R,,,,,
                state,input,1,ENUM,1,,slow,R,,,,,0=waiting|1=normal
                counter,input,2,U64,1,,slow,R,,,,,
                export_limit,holding,40,U16,1,W,slow,RW,0,5000,owner,volatile,
                """,
                """
                name,value,unit,write
                inverter_power,power,W,
                device_state,state,,
                grid_export_limit,export_limit,W,export_limit
                """);
    }

    static RegisterTable table(String registers, String points) {
        try {
            return RegisterTable.read(
                    "registers.csv",
                    new StringReader(registers),
                    "points.csv",
                    new StringReader(points));
        } catch (TableException wrong) {
            throw new IllegalArgumentException(wrong);
        }
    }
}
