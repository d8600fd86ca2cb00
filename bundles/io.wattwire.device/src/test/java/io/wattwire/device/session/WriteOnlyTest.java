package io.wattwire.device.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.wattwire.device.model.DeviceFamily;
import io.wattwire.device.model.FamilyBuilder;
import io.wattwire.device.model.Reading;
import io.wattwire.device.model.WriteRole;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A register that can only be written: a command, or a code that nobody may see. */
class WriteOnlyTest {

    private static final String REGISTERS =
            """
            name,kind,address,type,access,min,max,role
            shown,holding,100,U16,R,,,
            secret,holding,110,U16,W,0,9999,installer
            """;

    private static FamilyBuilder family() {
        return DeviceFamily.of("mute", Tables.of(REGISTERS, "name,value\n"));
    }

    @Test
    void isNotAskedForThoughTheDeviceWouldTell() {
        try (DeviceBench bench = new DeviceBench(family(), settings -> settings, DeviceBench.OWN)) {
            bench.set(DeviceBench.OWN, 100, 7).set(DeviceBench.OWN, 110, 1234);
            List<Reading> readings = bench.session.prepare(List.of("secret", "shown")).read();
            assertFalse(readings.get(0).good());
            assertTrue(readings.get(0).problem().contains("only be written"));
            assertEquals(7.0, readings.get(1).value());
            assertEquals(List.of("1 read 100 1"), bench.asked());
        }
    }

    @Test
    void isNotReadBackWhenItWasWritten() throws Exception {
        try (DeviceBench bench =
                new DeviceBench(
                        family(),
                        settings -> settings.writable(WriteRole.INSTALLER),
                        DeviceBench.OWN)) {
            bench.set(DeviceBench.OWN, 110, 0);
            bench.session.write("secret", 1234);
            assertEquals(List.of("1 write 110 1234"), bench.asked());
        }
    }
}
