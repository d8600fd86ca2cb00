package io.wattwire.limit.faults;

import io.wattwire.limit.SimulatedLimit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.function.DoubleUnaryOperator;

/** A house in simulated time with inverters behind one meter, and a script of faults. */
final class Site {

    /** Exporting less than this beyond the bound is not counted: the meter's tolerance. */
    static final double TOLERANCE_W = 50;

    private static final double STEP_S = 0.02;

    private record Event(double atS, Runnable happens) {}

    private final List<PlantInverter> inverters;
    private final double[] commandedW;
    private final PlantMeter meter = new PlantMeter();
    private final Line line = new Line();
    private final List<Gateway> gateways = new ArrayList<>();
    private final PriorityQueue<Event> script =
            new PriorityQueue<>(Comparator.comparingDouble(Event::atS));
    private final Marks marks = new Marks();
    private DoubleUnaryOperator loadW = t -> 0;
    private DoubleUnaryOperator sunW = t -> PlantInverter.RATED_W;
    private double boundW = Double.POSITIVE_INFINITY;
    private long steps;

    Site(PlantInverter... inverters) {
        this.inverters = List.of(inverters);
        this.commandedW = new double[inverters.length];
    }

    Site load(DoubleUnaryOperator watts) {
        loadW = watts;
        return this;
    }

    Site sun(DoubleUnaryOperator watts) {
        sunW = watts;
        return this;
    }

    Site at(double seconds, Runnable happens) {
        script.add(new Event(seconds, happens));
        return this;
    }

    Gateway gateway(Map<String, Object> settings, Polls polls) {
        return gateway(new SimulatedLimit.Framework(), settings, polls);
    }

    Gateway gateway(SimulatedLimit.Framework framework, Map<String, Object> settings, Polls polls) {
        Gateway gateway = new Gateway(this, framework, settings, polls);
        gateways.add(gateway);
        return gateway;
    }

    Marks run(double untilS) {
        while (nowS() < untilS) {
            double t = nowS();
            while (!script.isEmpty() && script.peek().atS() <= t + STEP_S / 2) {
                script.poll().happens().run();
            }
            for (PlantInverter inverter : inverters) {
                inverter.advance(t, STEP_S, sunW.applyAsDouble(t), inverter.powerW() + gridW());
            }
            line.advance(t);
            for (Gateway gateway : gateways) {
                gateway.advance(t);
            }
            marks.account(t, STEP_S, -gridW());
            steps++;
        }
        return marks;
    }

    void readMeter(Map<String, Object> values) {
        meter.read(nowS(), gridW()).ifPresent(watts -> values.put("grid_power", watts));
    }

    void readInverter(int number, Map<String, Object> values) {
        PlantInverter inverter = inverters.get(number - 1);
        if (inverter.answers(nowS())) {
            values.put("inverter_power", inverter.powerW());
            values.put("inverter_power_limit", inverter.obeyedW());
            values.put("inverter_rated_power", PlantInverter.RATED_W);
            values.put("inverter_power_limit_min", PlantInverter.MINIMUM_W);
            values.put("inverter_power_limit_step", PlantInverter.STEP_W);
        }
    }

    /** A command leaves; one that does not listen counts with what it gives. */
    void commanded(int number, double limitW) {
        commandedW[number - 1] = limitW;
        double total = limitW;
        for (int i = 0; i < commandedW.length; i++) {
            if (i != number - 1) {
                total += inverters.get(i).listens() ? commandedW[i] : inverters.get(i).powerW();
            }
        }
        marks.commanded(nowS(), total);
    }

    /** A command arrives at the inverter. Of two limiters the first one's is the bound. */
    void told(Gateway gateway, int number, double limitW) {
        inverters.get(number - 1).write(nowS(), limitW);
        if (first(gateway)) {
            boundW = limitW;
            marks.obeyed();
        } else if (limitW > boundW) {
            marks.overruled(nowS());
        }
    }

    void alarmed(Gateway gateway) {
        if (first(gateway)) {
            marks.alarmed(nowS());
        }
    }

    private boolean first(Gateway gateway) {
        return gateways.indexOf(gateway) == 0;
    }

    double nowS() {
        return steps * STEP_S;
    }

    private double gridW() {
        return loadW.applyAsDouble(nowS())
                - inverters.stream().mapToDouble(PlantInverter::powerW).sum();
    }

    Line line() {
        return line;
    }

    int inverters() {
        return inverters.size();
    }

    /** The first one, which is the one that fails. */
    PlantInverter inverter() {
        return inverters.get(0);
    }

    PlantMeter meter() {
        return meter;
    }
}
