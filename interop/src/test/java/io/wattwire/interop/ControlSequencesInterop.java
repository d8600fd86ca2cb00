package io.wattwire.interop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.wattwire.interop.PeerDevice.Write;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * What a device sees when our command line commands it: the registers, their order and repetition,
 * what follows when the commander is silent, ends or is killed, and what a new start restores. The
 * expected writes were typed from what vendors and others publish, not from the drivers.
 */
@Execution(ExecutionMode.CONCURRENT)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ControlSequencesInterop {
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final Duration AFTER_A_MINUTE = Duration.ofSeconds(120);

    /** Those that see a minute pass begin first, and the others run meanwhile. */
    private static final int LONG = 1;

    /** What starting, connecting and parallel tests may take from a moment. */
    private static final double TOLERANCE_S = 5;

    @TempDir Path folder;

    private List<String> at(PeerDevice device, String command, String name, String... rest) {
        List<String> words = new ArrayList<>(List.of(command, name, "--tcp", device.address()));
        words.addAll(List.of("--state", folder.toString()));
        words.addAll(List.of(rest));
        return words;
    }

    private Program start(PeerDevice device, String command, String name, String... rest)
            throws Exception {
        return Program.wattwire(at(device, command, name, rest).toArray(new String[0]));
    }

    private void done(PeerDevice device, String command, String name, String... rest)
            throws Exception {
        try (Program program = start(device, command, name, rest)) {
            program.output(0, AFTER_A_MINUTE);
        }
    }

    private void refused(PeerDevice device, String command, String name, String... rest)
            throws Exception {
        try (Program program = start(device, command, name, rest)) {
            program.output(1, SOON);
        }
    }

    private static double between(List<Write> first, List<Write> second) {
        return second.get(0).seconds() - first.get(0).seconds();
    }

    private static void assertBetween(double least, double seconds, double most) {
        assertTrue(
                seconds >= least && seconds <= most,
                seconds + " s, which is not " + least + " to " + most);
    }

    private static void assertFunction(int function, List<Write> writes) {
        writes.forEach(write -> assertEquals(function, write.function(), write.toString()));
    }

    /*
     * Victron. The grid takes 900 W, of which 600 W enter the Multi, and 200 W leave it for loads: the battery
     * gets 400 W of it, the loads beside it 500 W.
     */

    @Test
    void victronFollowsAVolatileGridSetPointAndGoesBackToTheStoredOne() throws Exception {
        try (PeerDevice gx = PeerDevice.start("victron")) {
            String[] charge = {"--hold", "9", "battery_power_setpoint=2000"};
            try (Program holder = start(gx, "write", "victron", charge)) {
                List<Write> first = gx.sees(SOON, "100/2716=0 2500");
                List<Write> again = gx.sees(SOON, "100/2716=0 2500");
                assertBetween(1, between(first, again), 5); // "every 1..5 s even when unchanged"
                gx.sees(SOON, "100/2716=0 2500");
                List<Write> back = gx.sees(SOON, "100/2716=0 50");
                assertBetween(8, between(first, back), 9 + TOLERANCE_S);
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
                assertBetween(1, between(first, again), 5);
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
                "--units", "pvinverter=31", "--hold", "33", "inverter_power_limit=3000"
            };
            done(gx, "write", "gx-pvinverter", limit);
            List<Write> first = gx.sees(SOON, "31/1056=0 3000");
            List<Write> again = gx.sees(SOON, "31/1056=0 3000");
            assertBetween(
                    20, between(first, again), 30 + TOLERANCE_S); // "rewrite about every 30 s"
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
            String[] charge = {"--hold", "62", "battery_power_setpoint=2000"};
            try (Program holder = start(inverter, "write", "sun2000", charge)) {
                String[] sequence = {"1/47247=0 2000", "1/47083=2", "1/47246=0", "1/47100=1"};
                List<Write> first = inverter.sees(SOON, sequence);
                List<Write> again = inverter.sees(AFTER_A_MINUTE, sequence);
                assertBetween(50, between(first, again), 60 + TOLERANCE_S);
                List<Write> stop =
                        inverter.sees(SOON, "1/47100=0", "1/47249=0 0", "1/47083=0", "1/47246=0");
                assertBetween(61, between(first, stop), 62 + TOLERANCE_S);
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
                assertBetween(5, between(first, back), 6 + TOLERANCE_S);
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

    // SMA: discharging is +, and the three values of a command come in one request

    @Test
    @Order(LONG)
    void smaHearsItsSetPointAgainInOneRequestAndIsGivenBack() throws Exception {
        try (PeerDevice island = PeerDevice.start("sma")) {
            String[] charge = {"--hold", "33", "battery_power_setpoint=2000"};
            try (Program holder = start(island, "write", "sma", charge)) {
                List<Write> writes =
                        island.seesRepeated(
                                AFTER_A_MINUTE,
                                List.of("3/40149=-1 -2000", "3/40151=0 802", "3/40153=0 0"),
                                List.of("3/40149=0 0", "3/40151=0 803", "3/40153=0 0"));
                assertFunction(16, writes);
                for (int i = 1; i < writes.size(); i++) {
                    double pause = writes.get(i).seconds() - writes.get(i - 1).seconds();
                    assertBetween(0, pause, 20); // at least each minute; the page says 10 s
                }
                double held = writes.get(writes.size() - 1).seconds() - writes.get(0).seconds();
                assertBetween(32, held, 33 + TOLERANCE_S);
                holder.output(0, SOON);
            }
            island.sawNothingElse();
        }
    }

    @Test
    void smaIsGivenBackAfterAKilledCommander() throws Exception {
        try (PeerDevice island = PeerDevice.start("sma")) {
            String[] discharge = {"--hold", "60", "battery_power_setpoint=-1500"};
            try (Program killed = start(island, "write", "sma", discharge)) {
                island.sees(SOON, "3/40149=0 1500", "3/40151=0 802", "3/40153=0 0");
                killed.kill();
            }
            done(island, "release", "sma");
            island.sees(SOON, "3/40149=0 0", "3/40151=0 803", "3/40153=0 0");
            done(island, "write", "sma", "grid_export_limit=1000");
            island.sees(SOON, "3/41217=0 1000");
            done(island, "release", "sma");
            island.sees(SOON, "3/41217=0 8000");
            island.sawNothingElse();
        }
    }

    @Test
    void smaStorageIsActivatedByTheSameRegistersOnceItsWatchdogIsArmed() throws Exception {
        try (PeerDevice storage = PeerDevice.start("sma_sbs")) {
            done(storage, "write", "sma", "--hold", "1", "battery_power_setpoint=1500");
            assertFunction(16, storage.sees(SOON, "3/40149=-1 -1500", "3/40151=0 802"));
            assertFunction(16, storage.sees(SOON, "3/40149=0 0", "3/40151=0 803"));
            String[] off = {"--installer", "control_absent_mode=values maintained"};
            done(storage, "write", "sma", off);
            storage.sees(SOON, "3/41193=0 2506");
            refused(storage, "write", "sma", "battery_power_setpoint=1500");
            storage.sawNothingElse();
        }
    }

    // Growatt: volatile first, then percent of 4200 W, on change only; nothing watches the gateway

    @Test
    void growattIsMadeVolatileThenLimitedOnce() throws Exception {
        try (PeerDevice inverter = PeerDevice.start("growatt")) {
            String[] limit = {"--hold", "60", "inverter_power_limit=1500"};
            try (Program killed = start(inverter, "write", "growatt", limit)) {
                inverter.sees(SOON, "1/2=0", "1/3=35");
                killed.kill();
            }
            done(inverter, "write", "growatt", "--hold", "4", "inverter_power_limit=1000");
            inverter.sees(SOON, "1/3=23");
            done(inverter, "release", "growatt");
            inverter.sees(SOON, "1/3=100", "1/2=1"); // before 3 is stored again
            inverter.sawNothingElse();
        }
    }

    @Test
    void growattWithVppIsNotOpenedWhileItsWatchdogIsOff() throws Exception {
        try (PeerDevice inverter = PeerDevice.start("growatt_vpp")) {
            done(inverter, "write", "growatt", "--hold", "3", "inverter_power_limit=1500");
            inverter.sees(SOON, "1/30154=25");
            refused(inverter, "write", "growatt", "inverter_power_limit=3000");
            done(inverter, "release", "growatt");
            inverter.sees(SOON, "1/30154=100");
            inverter.sawNothingElse();
        }
    }

    /*
     * SunSpec: percent of 5000 W in hundredths, and what switches it on comes last. What model 123 does when its
     * reversion time is over is to open, so that time is taken away; model 704 falls back to a limit that is
     * armed before.
     */

    @Test
    void sunspecModel123IsLimitedForGoodAndSwitchedOnLast() throws Exception {
        try (PeerDevice inverter = PeerDevice.start("sunspec_123")) {
            String[] limit = {"--hold", "60", "inverter_power_limit=2500"};
            try (Program killed = start(inverter, "write", "sunspec", limit)) {
                inverter.sees(SOON, "1/40189=0", "1/40187=5000", "1/40191=1");
                killed.kill();
            }
            done(inverter, "write", "sunspec", "--hold", "4", "inverter_power_limit=1000");
            inverter.sees(SOON, "1/40187=2000", "1/40191=1");
            done(inverter, "release", "sunspec");
            inverter.seesInAnyOrder(SOON, "1/40187=10000", "1/40189=30", "1/40191=0");
            inverter.sawNothingElse();
        }
    }

    @Test
    @Order(LONG)
    void sunspecModel704ArmsItsFallBackBeforeItsLimitAndHearsBothInTime() throws Exception {
        try (PeerDevice inverter = PeerDevice.start("sunspec_704")) {
            String[] limit = {"--hold", "33", "inverter_power_limit=2500"};
            done(inverter, "write", "sunspec", limit);
            String[] arming = {"1/40293=0", "1/40294=1", "1/40295=0 60"};
            inverter.sees(SOON, arming);
            List<Write> first = inverter.sees(SOON, "1/40292=5000", "1/40291=1");
            List<Write> again = inverter.sees(SOON, "1/40292=5000", "1/40291=1");
            assertBetween(10, between(first, again), 45); // it falls back after 60 s
            done(inverter, "release", "sunspec");
            inverter.seesInAnyOrder(
                    SOON,
                    "1/40292=10000",
                    "1/40291=0",
                    "1/40293=10000",
                    "1/40294=0",
                    "1/40295=0 0");
            inverter.sawNothingElse();
        }
    }
}
