package io.wattwire.device.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.wattwire.device.model.DeviceFamily;
import io.wattwire.device.model.FailSafeClass;
import io.wattwire.device.model.FamilyBuilder;
import io.wattwire.device.model.PointControl;
import io.wattwire.device.model.RegisterWrite;
import io.wattwire.device.model.Values;
import io.wattwire.device.model.WriteRole;
import java.time.Duration;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A device that is commanded in grid power, which leaves the wanted power for its battery. */
class FollowingSetPointTest {

    private static final String REGISTERS =
            """
            name,kind,address,type,unit,rate,access,min,max,role,storage
            load,holding,100,S16,W,fast,R,,,,
            grid_set,holding,101,S16,W,slow,RW,-9000,9000,owner,volatile
            """;
    private static final String POINTS =
            """
            name,value,write
            battery_power_setpoint,,code
            load_power,load,
            """;
    private static final String POINT = "battery_power_setpoint";
    private static final int LOAD = 100;
    private static final int SET = 101;

    private final DeviceBench bench =
            new DeviceBench(
                            family(),
                            settings ->
                                    settings.writable(WriteRole.OWNER)
                                            .setpointValid(Duration.ofSeconds(30)),
                            DeviceBench.OWN)
                    .set(DeviceBench.OWN, LOAD, 500, 0);

    private static FamilyBuilder family() {
        return DeviceFamily.of("follower", Tables.of(REGISTERS, POINTS)).control(new Follower());
    }

    @AfterEach
    void close() {
        bench.close();
    }

    /** Polls once a second. */
    private void poll(int seconds) {
        DeviceSession.Prepared prepared = bench.session.prepare(List.of("load_power"));
        for (int i = 0; i < seconds; i++) {
            bench.pass(1);
            prepared.read();
        }
    }

    @Test
    void eachCommandIsComputedFromInputsReadForIt() throws Exception {
        bench.session.write(POINT, 1_000);
        assertEquals(1_500, bench.get(DeviceBench.OWN, SET));
        bench.set(DeviceBench.OWN, LOAD, 800);
        bench.session.write(POINT, 1_001);
        assertEquals(1_801, bench.get(DeviceBench.OWN, SET));
    }

    @Test
    void theCommandFollowsItsInputsWhichIsNoRestart() throws Exception {
        bench.session.write(POINT, 1_000);
        bench.set(DeviceBench.OWN, LOAD, 700);
        poll(4);
        assertEquals(1_700, bench.get(DeviceBench.OWN, SET));
        bench.set(DeviceBench.OWN, LOAD, 200);
        poll(4);
        assertEquals(1_200, bench.get(DeviceBench.OWN, SET));
        assertEquals(0, bench.session.health().restarts());
    }

    @Test
    void itIsRepeatedUntilItsCommanderIsTooOld() throws Exception {
        bench.session.write(POINT, 1_000);
        bench.asked();
        poll(29);
        long repeated = bench.written().size();
        assertTrue(repeated >= 7 && repeated <= 15, repeated + " times");
        poll(5);
        bench.set(DeviceBench.OWN, LOAD, 900);
        bench.asked();
        poll(10);
        assertEquals(List.of(), bench.written());
    }

    /** Grid set-point = battery + load. */
    private static final class Follower implements PointControl {

        @Override
        public String point() {
            return POINT;
        }

        @Override
        public FailSafeClass failSafeClass() {
            return FailSafeClass.C;
        }

        @Override
        public String failSafeNote() {
            return "keeps it";
        }

        @Override
        public Set<String> inputs() {
            return Set.of("load");
        }

        @Override
        public OptionalDouble step(Values known) {
            return OptionalDouble.of(1);
        }

        @Override
        public OptionalDouble minimum(Values known) {
            return OptionalDouble.of(-5_000);
        }

        @Override
        public OptionalDouble maximum(Values known) {
            return OptionalDouble.of(5_000);
        }

        @Override
        public List<RegisterWrite> commands(double wanted, Values known) {
            double load = known.number("load").orElseThrow();
            return List.of(new RegisterWrite("grid_set", wanted + load, false));
        }

        @Override
        public OptionalDouble readBack(Values known) {
            OptionalDouble set = known.number("grid_set");
            return set.isEmpty()
                    ? set
                    : OptionalDouble.of(set.getAsDouble() - known.number("load").orElse(0));
        }

        @Override
        public Set<String> readBackRegisters() {
            return Set.of("grid_set");
        }

        @Override
        public Set<String> saved() {
            return Set.of();
        }

        @Override
        public Duration follows() {
            return Duration.ofSeconds(3);
        }
    }
}
