package io.wattwire.device.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.wattwire.device.model.DeviceFamily;
import io.wattwire.device.model.FamilyBuilder;
import io.wattwire.device.model.Reading;
import java.util.List;
import org.junit.jupiter.api.Test;

class FirstCycleTest {

    private static final String REGISTERS =
            """
            name,kind,address,type,rate
            serial,holding,0,U16,static
            near,holding,200,U16,slow
            middle,holding,400,U16,slow
            far,holding,600,U16,slow
            """;

    private static FamilyBuilder family() {
        return DeviceFamily.of("far", Tables.of(REGISTERS, "name,value\n"));
    }

    /** Whoever asks once, as the command line does, has no second cycle for the rest. */
    @Test
    void allSlowValuesComeWithTheFirstCycleOfADeviceThatIsConnectedAlready() {
        try (DeviceBench bench = new DeviceBench(family(), settings -> settings, 1)) {
            bench.set(1, 0, 9).set(1, 200, 1).set(1, 400, 2).set(1, 600, 3);
            assertTrue(bench.read("serial").good());
            List<Reading> readings = bench.session.prepare(List.of("near", "middle", "far")).read();
            assertEquals(List.of(1.0, 2.0, 3.0), readings.stream().map(Reading::value).toList());
        }
    }
}
