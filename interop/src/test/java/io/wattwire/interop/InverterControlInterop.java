package io.wattwire.interop;

import io.wattwire.interop.PeerDevice.Write;
import java.util.List;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** The control sequences of SMA, Growatt and SunSpec. */
class InverterControlInterop extends ControlSequences {

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
                    assertBetween(
                            0, pause, 10 + TOLERANCE_S); // at least each minute; the page says 10 s
                }
                double held = writes.get(writes.size() - 1).seconds() - writes.get(0).seconds();
                assertBetween(25, held, 33 + TOLERANCE_S);
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
            String[] limit = {"--hold", "45", "inverter_power_limit=2500"};
            done(inverter, "write", "sunspec", limit);
            String[] arming = {"1/40293=0", "1/40294=1", "1/40295=0 60"};
            inverter.sees(SOON, arming);
            List<Write> first = inverter.sees(SOON, "1/40292=5000", "1/40291=1");
            List<Write> again = inverter.sees(SOON, "1/40292=5000", "1/40291=1");
            assertBetween(10, between(first, again), 55); // it falls back after 60 s
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
