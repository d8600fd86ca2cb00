package io.wattwire.limit.faults;

import io.wattwire.limit.faults.Trial.Plant;
import java.io.PrintStream;
import java.util.Locale;
import java.util.Map;

/**
 * A load drop of 2.7 kW, worst of many phases of the clocks.
 *
 * @param excursionS longest export after the drop
 * @param writes in the minute and a half after it
 * @param laterWrites in the minute after that, without usual repetitions: a limit cycle
 * @param burstS longest export after a cloud under which the load has dropped
 */
record LoadDrop(double excursionS, long writes, long laterWrites, double burstS) {

    static final double[] TAUS_S = {1.5, 3, 5, 10};
    static final double[] DEAD_TIMES_S = {0, 1, 2};

    private static final double DROP_S = 30;
    private static final double SETTLED_S = 120;
    private static final double END_S = 180;
    private static final int PHASES = 20;

    static LoadDrop worst(Skew skew, Plant plant, int phases) {
        LoadDrop worst = new LoadDrop(0, 0, 0, 0);
        for (int i = 0; i < phases; i++) {
            worst = worst.or(of(skew, plant, i * (1.0 / phases)));
        }
        return worst;
    }

    private static LoadDrop of(Skew skew, Plant plant, double phaseS) {
        Marks drop = site(skew, plant, phaseS).load(t -> t < DROP_S ? 3000 : 300).run(END_S);
        Marks cloud =
                site(skew, plant, phaseS)
                        .load(t -> t < DROP_S + 30 ? 3000 : 300)
                        .sun(t -> t >= DROP_S && t < DROP_S + 60 ? 200 : PlantInverter.RATED_W)
                        .run(DROP_S + 120);
        return new LoadDrop(
                drop.longestExcessS(DROP_S),
                drop.writes(DROP_S, SETTLED_S),
                drop.writes(SETTLED_S, END_S),
                cloud.longestExcessS(DROP_S + 60));
    }

    private static Site site(Skew skew, Plant plant, double phaseS) {
        Site site = new Site(new PlantInverter(FailSafe.C, plant.tauS(), plant.deadTimeS()));
        Gateway gateway = site.gateway(Map.of(), skew.polls(phaseS));
        return site.at(0, gateway::start);
    }

    private LoadDrop or(LoadDrop other) {
        return new LoadDrop(
                Math.max(excursionS, other.excursionS),
                Math.max(writes, other.writes),
                Math.max(laterWrites, other.laterWrites),
                Math.max(burstS, other.burstS));
    }

    static void print(PrintStream out) {
        out.println("| inverter read | τ s | Td s | excursion s | bound | writes | burst s |");
        out.println("|---|---|---|---|---|---|---|");
        for (Skew skew : Skew.values()) {
            for (double tau : TAUS_S) {
                for (double deadTime : DEAD_TIMES_S) {
                    Plant plant = new Plant(tau, deadTime);
                    out.println(worst(skew, plant, PHASES).row(skew, plant));
                }
            }
        }
    }

    private String row(Skew skew, Plant plant) {
        return String.format(
                Locale.ROOT,
                "| %s | %.1f | %.0f | %.1f | %.1f | %d of %d | %.1f |",
                skew.title(),
                plant.tauS(),
                plant.deadTimeS(),
                excursionS,
                plant.followsS(),
                writes,
                skew.mostWrites(),
                burstS);
    }
}
