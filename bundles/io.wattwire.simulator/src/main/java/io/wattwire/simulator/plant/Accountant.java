package io.wattwire.simulator.plant;

import java.util.ArrayList;
import java.util.List;

/** Keeps the ledger; fed once per step of the plant, under the plant's lock. */
final class Accountant {

    private static final int EXCURSIONS_KEPT = 1_000;

    private final double limitW;
    private final double toleranceW;
    private final List<Excursion> excursions = new ArrayList<>();

    private double seconds;
    private double maxExportW;
    private double longestS;
    private int excursionCount;
    private Excursion running;
    private double overLimitJoule;
    private double availableJoule;
    private double curtailedJoule;
    private double needlessJoule;
    private int limitCommands;
    private Energies energies = Energies.NONE;

    Accountant(double limitW, double toleranceW) {
        this.limitW = limitW;
        this.toleranceW = toleranceW;
    }

    /**
     * Books one step.
     *
     * @param acceptanceW what the battery could take beyond what it takes, W
     */
    void book(PowerFlow flow, double acceptanceW, double dt) {
        energies = energies.plus(flow, dt);
        availableJoule += flow.availableW() * dt;
        curtailedJoule += (flow.availableW() - flow.inverterW()) * dt;
        double useful = flow.loadW() + flow.batteryW() + acceptanceW + limitW;
        needlessJoule += Math.max(0, Math.min(flow.availableW(), useful) - flow.inverterW()) * dt;
        bookExport(-flow.gridW(), dt);
        seconds += dt;
    }

    private void bookExport(double exportW, double dt) {
        maxExportW = Math.max(maxExportW, exportW);
        overLimitJoule += Math.max(0, exportW - limitW) * dt;
        if (exportW <= limitW + toleranceW) {
            close();
            return;
        }
        double startS = running == null ? seconds : running.startS();
        double lengthS = running == null ? dt : running.lengthS() + dt;
        double peakW = Math.max(running == null ? 0 : running.peakW(), exportW - limitW);
        running = new Excursion(startS, lengthS, peakW);
        longestS = Math.max(longestS, lengthS);
    }

    private void close() {
        if (running == null) {
            return;
        }
        excursionCount++;
        if (excursions.size() < EXCURSIONS_KEPT) {
            excursions.add(running);
        }
        running = null;
    }

    void commanded() {
        limitCommands++;
    }

    Energies energies() {
        return energies;
    }

    Ledger ledger() {
        List<Excursion> listed = new ArrayList<>(excursions);
        if (running != null && listed.size() < EXCURSIONS_KEPT) {
            listed.add(running);
        }
        return new Ledger(
                seconds,
                limitW,
                toleranceW,
                maxExportW,
                longestS,
                excursionCount + (running == null ? 0 : 1),
                listed,
                overLimitJoule / 3_600,
                availableJoule / 3_600,
                curtailedJoule / 3_600,
                needlessJoule / 3_600,
                limitCommands,
                energies);
    }
}
