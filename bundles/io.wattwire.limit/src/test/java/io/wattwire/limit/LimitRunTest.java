package io.wattwire.limit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.eclipse.kura.type.TypedValue;
import org.junit.jupiter.api.Test;

/** What the limit sends to its inverters and when, with a clock that the test moves. */
class LimitRunTest extends LimitRunBench {

    @Test
    void theStepAfterAGridReadingWrites() {
        open(40);
        assertEquals(2940, limit());
        wires.inverter.clear();
        pass(1000);
        grid(300 - 2940);
        run.run();
        assertEquals(210, Wires.limit(wires.inverter.remove()));
    }

    @Test
    void theCommandIsOneDoubleNamedLikeTheChannel() {
        open(1);
        Map<String, TypedValue<?>> command = wires.inverter.remove();
        assertEquals(1, command.size());
        assertEquals(0.0, command.get("inverter_power_limit").getValue());
    }

    @Test
    void aRefusedConfigurationKeepsTheLastGoodOneAndSaysWhy() {
        open(40);
        change("grid.stale.s", "soon");
        pass(250);
        run.run();
        assertTrue(((String) said("configuration_problem")).contains("grid.stale.s"));
        assertEquals(2940, limit());
        change("grid.stale.s", "3");
        pass(250);
        run.run();
        assertEquals("", said("configuration_problem"));
    }

    @Test
    void aFirstConfigurationThatIsRefusedIsHeldAtZero() {
        properties.put("allowed.export.w", "3680");
        properties.put("margin.w", "much");
        start();
        open(30);
        assertEquals(0, limit());
        assertEquals(0, Wires.limit(wires.inverter.remove()));
        assertTrue(((String) said("reasons")).contains("configuration is refused"));
    }

    @Test
    void anotherMeterHasToEarnItsTrust() {
        open(40);
        change("grid.source", "meter2/grid_power");
        pass(250);
        run.run();
        assertEquals(0, limit());
        assertEquals("starting", said("state"));
    }

    @Test
    void aWallClockThatJumpsChangesNothing() {
        open(40);
        for (long jump : new long[] {3_600_000, -7_200_000, 3_600_000}) {
            wallMs += jump;
            pass(1000);
            inverter(2940, 2940);
            grid(50);
            run.run();
            assertEquals(2940, limit());
            assertEquals("regulating", said("state"));
        }
    }

    @Test
    void delegatedWritesTheExportLimit() {
        properties.put("mode", "delegate");
        properties.put("readback.source", "inverter/grid_export_limit");
        start();
        store.accept(Wires.envelope("inverter", "grid_export_limit", 3680.0), 0, wallMs);
        run.run();
        assertEquals(0.0, wires.inverter.remove().get("grid_export_limit").getValue());
    }

    @Test
    void aLockOutStopsEverythingUntilItIsReset() {
        open(40);
        assertEquals(2940, limit());
        guard.lockedOut = true;
        pass(250);
        run.run();
        assertEquals(0, limit());
        assertTrue(((String) said("reasons")).startsWith("locked out"), (String) said("reasons"));
        open(20);
        assertEquals(0, limit());
        guard.lockedOut = false;
        open(60);
        assertEquals(2940, limit());
    }

    @Test
    void twoInvertersAreWrittenThroughAPortEach() {
        wires.ports = 3;
        properties.put("allowed.export.w", "6000");
        properties.put("rated.w", "4200");
        properties.put("more.inverters", "roof rated=2100 class=A");
        start();
        run.run();
        double first = Wires.limit(wires.inverter.remove());
        double second = Wires.limit(wires.inverter2.remove());
        assertEquals(4000, first);
        assertEquals(2000, second);
        assertEquals(6000.0, said("limit"));
        assertEquals("roof", said("inverter_2_name"));
        assertEquals(2000.0, said("inverter_2_limit"));
        assertEquals("A", said("inverter_2_fail_safe_class"));
        assertEquals("C", said("fail_safe_class"), "the weakest counts");
        assertEquals(2L, said("writes_today"));
        assertEquals(1L, said("inverter_2_writes_today"));
    }

    @Test
    void anotherNumberOfInvertersBeginsAnew() {
        wires.ports = 3;
        open(40);
        change("more.inverters", "roof rated=4200");
        pass(250);
        wires.inverter.clear();
        run.run();
        assertEquals(0, Wires.limit(wires.inverter.remove()));
        assertEquals(0, Wires.limit(wires.inverter2.remove()));
    }

    @Test
    void theLedgerIsToldWhatDecidesToTheSameAgain() {
        open(10);
        guard.lockedOut = true;
        open(2);
        guard.lockedOut = false;
        change("shadow", "true");
        open(10);
        change("margin.w", "x");
        pass(250);
        run.run();
        assertTrue(witness.seen >= 23, "each evaluation");
        assertEquals(0, witness.differing);
        assertTrue(witness.notes.contains("supervisor: locked out since today"));
        assertTrue(witness.notes.stream().anyMatch(note -> note.startsWith("configuration: ")));
    }

    @Test
    void aCommandedBatteryIsWrittenThroughThePortAfterTheInverters() {
        wires.ports = 3;
        properties.put("battery.role", "control");
        properties.put("battery.source", "battery/battery_power");
        start();
        store.accept(
                Wires.envelope(
                        "battery",
                        "battery_power",
                        0.0,
                        "battery_soc",
                        50.0,
                        "battery_max_charge_power",
                        3000.0,
                        "battery_max_discharge_power",
                        3000.0),
                nowMs * 1_000_000,
                wallMs);
        open(1);
        assertEquals(0.0, wires.inverter2.remove().get("battery_power_setpoint").getValue());
    }

    @Test
    void aScheduleFollowsTheLocalTime() {
        properties.put("allowed.export.w", "2000");
        properties.put("schedule", "00:00 500; 12:00 500");
        start();
        run.run();
        assertTrue(((String) said("reasons")).contains("schedule binds"), (String) said("reasons"));
    }

    @Test
    void nothingIsEmittedBehindAShutGate() throws InterruptedException {
        assertTrue(gate.shut(java.time.Duration.ZERO));
        inverter(0, 4200);
        run.run();
        assertTrue(wires.inverter.isEmpty());
        assertTrue(wires.status.isEmpty());
    }

    @Test
    void itsEndTellsTheFallBackOnceAndNothingAfterIt() {
        open(20);
        assertTrue(limit() > 0);
        wires.inverter.clear();
        run.ending().ask();
        run.run();
        assertEquals(0, Wires.limit(wires.inverter.remove()), "safe without a meter");
        assertTrue(run.ending().over());
        pass(60_000);
        run.run();
        assertTrue(wires.inverter.isEmpty());
    }
}
