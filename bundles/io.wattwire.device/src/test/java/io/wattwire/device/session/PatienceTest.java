package io.wattwire.device.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.wattwire.device.model.DeviceFamily;
import io.wattwire.device.model.FamilyBuilder;
import io.wattwire.device.model.LinkDefaults;
import io.wattwire.device.server.Answer;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(180)
class PatienceTest {

    private static FamilyBuilder family(Duration turnaround) {
        LinkDefaults link =
                new LinkDefaults(9600, 'N', 1, 1, Duration.ZERO, Duration.ZERO, turnaround);
        return DeviceFamily.of(
                        "slow",
                        Tables.of(
                                "name,kind,address,type,unit,rate\npower,holding,0,U16,W,fast\n",
                                "name,value\n"))
                .link(link);
    }

    /** A device that failed once gets less time than the deadline, but never less than it needs. */
    @Test
    void aSlowFamilysDeviceIsWaitedForAfterASilence() {
        try (DeviceBench bench =
                new DeviceBench(
                        family(Duration.ofMillis(500)),
                        settings -> settings.readDeadline(Duration.ofSeconds(3)),
                        DeviceBench.OWN)) {
            bench.set(DeviceBench.OWN, 0, 700);
            bench.answer(DeviceBench.OWN, Answer.silent());
            assertFalse(bench.read("power").good());
            bench.answer(DeviceBench.OWN, Answer.normal().delayed(Duration.ofMillis(450)));
            assertEquals(700.0, bench.read("power").value());
        }
    }
}
