package io.wattwire.interop;

import io.wattwire.interop.PeerDevice.Write;
import java.util.List;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** The control sequences of Victron, Huawei and Deye: batteries and limits. */
class HybridControlInterop extends ControlSequences {

    /*
     * Victron. The grid takes 900 W, of which 600 W enter the Multi, and 200 W leave it for loads: the battery
     * gets 400 W of it, the loads beside it 500 W.
     */

    @Test
    void victronFollowsAVolatileGridSetPointAndGoesBackToTheStoredOne() throws Exception {
        try (PeerDevice gx = PeerDevice.start("victron")) {
            String[] charge = {"--hold", "9", "battery_power_setpoint=2000"};
            try (Program holder = start(gx, "write", "victron", charge)) {
                List<Write> writes =
                        gx.seesRepeated(SOON, List.of("100/2716=0 2500"), List.of("100/2716=0 50"));
                double held = writes.get(writes.size() - 1).seconds() - writes.get(0).seconds();
                assertBetween(4, held, 9 + TOLERANCE_S);
                // "every 1..5 s even when unchanged"
                assertBetween(held / 5, writes.size() - 1, held + 1);
                holder.output(0, SOON);
            }
            String[] discharge = {"--hold", "60", "battery_power_setpoint=-2000"};
            try (Program killed = start(gx, "write", "victron", discharge)) {
                gx.sees(SOON, "100/2716=-1 -1500");
                killed.kill();
            }
            done(gx, "release", "victron");
            gx.sees(SOON, "100/2716=0 50");
            gx.sawNothingElse();
        }
    }

    @Test
    void victronInModeThreeHearsFlagsModeAndSetPointsAndIsLeftInTheOppositeOrder()
            throws Exception {
        try (PeerDevice gx = PeerDevice.start("victron")) {
            String[] charge = {"--hold", "60", "battery_power_setpoint=2000"};
            try (Program stopped = start(gx, "write", "gx-external", charge)) {
                List<Write> first =
                        gx.sees(SOON, "227/38=0", "227/39=0", "100/2902=3", "227/96=0 2200");
                List<Write> again = gx.sees(SOON, "227/96=0 2200");
                assertBetween(0.5, between(first, again), 5 + TOLERANCE_S);
                stopped.stop();
                gx.sees(SOON, "227/96=0 0", "227/38=0", "227/39=1", "100/2902=2");
            }
            String[] other = {"--hold", "60", "battery_power_setpoint=-1000"};
            try (Program killed = start(gx, "write", "gx-external", other)) {
                gx.sees(SOON, "227/38=0", "227/39=0", "100/2902=3", "227/96=-1 -800");
                killed.kill();
            }
            String[] phase = {"--hold", "1", "battery_power_setpoint_l1=700"};
            done(gx, "write", "gx-external", phase);
            gx.sees(SOON, "227/96=0 900"); // the mode is there already
            gx.sees(SOON, "227/96=0 0", "227/38=0", "227/39=1", "100/2902=2");
            gx.sawNothingElse();
        }
    }

    @Test
    @Order(LONG)
    void victronKeepsAFeedInLimitItselfAndForgetsThatOfAPvInverter() throws Exception {
        try (PeerDevice gx = PeerDevice.start("victron")) {
            done(gx, "write", "victron", "grid_export_limit=1000");
            gx.sees(SOON, "100/2722=0 1000");
            done(gx, "release", "victron");
            gx.sees(SOON, "100/2722=-1 -1");
            String[] limit = {
                "--units", "pvinverter=31", "--hold", "45", "inverter_power_limit=3000"
            };
            done(gx, "write", "gx-pvinverter", limit);
            List<Write> first = gx.sees(SOON, "31/1056=0 3000");
            List<Write> again = gx.sees(SOON, "31/1056=0 3000");
            assertBetween(
                    15, between(first, again), 30 + TOLERANCE_S); // "rewrite about every 30 s"
            done(gx, "release", "gx-pvinverter", "--units", "pvinverter=31");
            gx.sees(SOON, "31/1056=0 5000");
            gx.sawNothingElse();
        }
    }

    // SUN2000: the power first, the time of two minutes, the mode by time, then the command

    @Test
    @Order(LONG)
    void sun2000ChargesForTwoMinutesEachMinuteAndIsStopped() throws Exception {
        try (PeerDevice inverter = PeerDevice.start("sun2000")) {
            String[] charge = {"--hold", "75", "battery_power_setpoint=2000"};
            try (Program holder = start(inverter, "write", "sun2000", charge)) {
                String[] sequence = {"1/47247=0 2000", "1/47083=2", "1/47246=0", "1/47100=1"};
                List<Write> first = inverter.sees(SOON, sequence);
                List<Write> again = inverter.sees(AFTER_A_MINUTE, sequence);
                assertBetween(40, between(first, again), 60 + TOLERANCE_S);
                List<Write> stop =
                        inverter.sees(SOON, "1/47100=0", "1/47249=0 0", "1/47083=0", "1/47246=0");
                assertBetween(62, between(first, stop), 75 + TOLERANCE_S);
                inverter.seesInAnyOrder(SOON, "1/47246=1", "1/47247=0 1500", "1/47249=0 1800");
                holder.output(0, SOON);
            }
            inverter.sawNothingElse();
        }
    }

    @Test
    void sun2000GetsBackWhatAKilledCommanderFound() throws Exception {
        try (PeerDevice inverter = PeerDevice.start("sun2000")) {
            String[] charge = {"--hold", "60", "battery_power_setpoint=2000"};
            try (Program killed = start(inverter, "write", "sun2000", charge)) {
                inverter.sees(SOON, "1/47247=0 2000", "1/47083=2", "1/47246=0", "1/47100=1");
                killed.kill();
            }
            // a new start that commands nothing and sets what is set already: the device still
            // gets back what it is owed
            String[] other = {"--hold", "1", "storage_charge_from_grid_function=on"};
            done(inverter, "write", "sun2000", other);
            String[] stop = {"1/47100=0", "1/47249=0 0", "1/47083=0", "1/47246=0"};
            inverter.sees(SOON, stop);
            String[] found = {"1/47246=1", "1/47247=0 1500", "1/47249=0 1800"};
            inverter.seesInAnyOrder(SOON, found);
            done(inverter, "write", "sun2000", "--hold", "1", "battery_power_setpoint=-1200");
            inverter.sees(SOON, "1/47249=0 1200", "1/47083=2", "1/47246=0", "1/47100=2");
            inverter.sees(SOON, stop);
            inverter.seesInAnyOrder(SOON, "1/47246=1", "1/47249=0 1800");
            inverter.sawNothingElse();
        }
    }

    @Test
    void sun2000LimitsFeedInByWattsThenModeAndIsReleasedByModeFirst() throws Exception {
        try (PeerDevice inverter = PeerDevice.start("sun2000")) {
            try (Program killed =
                    start(inverter, "write", "sun2000", "--hold", "60", "grid_export_limit=1000")) {
                inverter.sees(SOON, "1/47416=0 1000", "1/47415=6");
                killed.kill();
            }
            done(inverter, "release", "sun2000");
            inverter.sees(SOON, "1/47415=0", "1/47416=0 0");
            done(inverter, "write", "sun2000", "inverter_power_limit=3000");
            inverter.sees(SOON, "1/40126=0 3000");
            done(inverter, "release", "sun2000");
            inverter.sees(SOON, "1/40126=0 6600");
            inverter.sawNothingElse();
        }
    }

    /*
     * Deye: the schedule on all days, all slots at the same time, charging from the grid in the last one, then
     * 2000 W / 52 V = 38 A towards 100 %; all by function 16, and never again while nothing changes.
     */

    @Test
    void deyeIsCommandedByItsScheduleOnceAndGetsItBack() throws Exception {
        try (PeerDevice inverter = PeerDevice.start("deye")) {
            String[] charge = {"--hold", "6", "battery_power_setpoint=2000"};
            try (Program holder = start(inverter, "write", "deye", charge)) {
                List<Write> first =
                        inverter.sees(
                                SOON,
                                "1/146=255",
                                "1/148=100 100 100 100 100 100",
                                "1/177=5",
                                "1/108=38",
                                "1/171=100");
                assertFunction(16, first);
                List<Write> back = inverter.sees(SOON, "1/146=63");
                assertBetween(3, between(first, back), 6 + TOLERANCE_S);
                back.addAll(
                        inverter.seesInAnyOrder(
                                SOON,
                                "1/148=130 500 900 1300 1700 2100",
                                "1/177=4",
                                "1/171=40",
                                "1/108=20"));
                assertFunction(16, back);
                holder.output(0, SOON);
            }
            inverter.sawNothingElse();
        }
    }

    @Test
    void deyeGetsBackWhatAKilledCommanderFound() throws Exception {
        try (PeerDevice inverter = PeerDevice.start("deye")) {
            String[] discharge = {"--hold", "60", "battery_power_setpoint=-1500"};
            try (Program killed = start(inverter, "write", "deye", discharge)) {
                inverter.sees(
                        SOON,
                        "1/146=255",
                        "1/148=100 100 100 100 100 100",
                        "1/177=5",
                        "1/159=1500",
                        "1/171=5");
                killed.kill();
            }
            done(inverter, "release", "deye");
            inverter.sees(SOON, "1/146=63");
            inverter.seesInAnyOrder(
                    SOON, "1/148=130 500 900 1300 1700 2100", "1/177=4", "1/159=5000", "1/171=40");
            inverter.sawNothingElse();
        }
    }

    @Test
    void deyeLimitsFeedInByOneRegister() throws Exception {
        try (PeerDevice inverter = PeerDevice.start("deye")) {
            done(inverter, "write", "deye", "--hold", "3", "grid_export_limit=1000");
            assertFunction(16, inverter.sees(SOON, "1/143=1000"));
            done(inverter, "release", "deye");
            assertFunction(16, inverter.sees(SOON, "1/143=8000"));
            inverter.sawNothingElse();
        }
    }
}
