package io.wattwire.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.wattwire.contract.SimulatedParts.Asked;
import io.wattwire.device.model.Access;
import io.wattwire.device.model.BlockRules;
import io.wattwire.device.model.Rate;
import io.wattwire.device.model.Register;
import io.wattwire.device.plan.Block;
import io.wattwire.device.plan.Cost;
import io.wattwire.device.plan.ReadPlanner;
import io.wattwire.device.plan.Span;
import io.wattwire.device.session.DeviceSession;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * What reading costs on the wire. Time is computed from the requests that the simulated device saw;
 * nobody waits for it.
 */
public interface CostContract extends DriverUnderTest {

    /** From the end of a request to the begin of its answer. */
    Duration TURNAROUND = Duration.ofMillis(16);

    /** How much worse than the best a read may be. */
    double TOLERANCE = 1.05;

    /** Generous: only a failure takes so long. */
    Duration PATIENCE = Duration.ofSeconds(60);

    /** All that a device has is read at the cost of the best requests. */
    @Test
    default void aFullReadCostsNoMoreThanTheBestOne() {
        Cost cost = Cost.tcp(TURNAROUND);
        for (Variant variant : variants()) {
            List<Register> registers = readable(variant);
            try (Rig rig = Rig.roomy(this, variant);
                    DeviceSession session = rig.session(() -> 0)) {
                List<Block> search = findItsWay(rig, session);
                session.prepare(names(registers)).read();
                double spent = cost.micros(blocks(rig));
                double best = 0;
                for (int unit : rig.device.units()) {
                    best += CheapestRead.micros(spans(rig, registers, unit), rules(search), cost);
                }
                assertNear(best, spent, variant);
            }
        }
    }

    /** On a slow line, where each word in a gap costs too, the plan is as good. */
    @Test
    default void aPlanForASlowLineIsTheBestOne() {
        Cost cost = Cost.rtu(9600, 10, TURNAROUND);
        BlockRules rules = family().rules();
        for (Variant variant : variants()) {
            List<Register> registers = readable(variant);
            try (Rig rig = Rig.roomy(this, variant)) {
                double spent = 0;
                double best = 0;
                for (int unit : rig.device.units()) {
                    List<Span> spans = spans(rig, registers, unit);
                    List<Block> plan = ReadPlanner.plan(spans, rules, cost, Set.of());
                    spent += cost.micros(plan);
                    best += CheapestRead.micros(spans, rules, cost);
                }
                assertEquals(best, spent, best * 1e-9, variant.toString());
            }
        }
    }

    /**
     * Where blocks have to be searched for, that is done once per connection, before any read.
     *
     * @return the requests that it took
     */
    private static List<Block> findItsWay(Rig rig, DeviceSession session) {
        session.prepare(List.of("link_state")).read();
        List<Block> search = blocks(rig);
        rig.device.asked().clear();
        return search;
    }

    /**
     * Who reads fast values while somebody else reads all slow ones of the device waits for the
     * request that is on the wire, and not for more.
     */
    @Test
    default void fastValuesWaitForOneSlowRequestAtMost() {
        for (Variant variant : variants()) {
            List<Register> fast = atRate(variant, Rate.FAST);
            List<Register> slow = atRate(variant, Rate.SLOW);
            if (fast.isEmpty() || slow.isEmpty()) {
                continue;
            }
            try (Rig rig = Rig.roomy(this, variant);
                    DeviceSession session = rig.session(() -> 0)) {
                findItsWay(rig, session);
                Thread fastReader = new Thread(session.prepare(names(fast))::read);
                fastReader.setDaemon(true);
                rig.beforeEachAnswer(() -> letWait(fastReader));
                session.prepare(names(slow)).read();
                assertTimeoutPreemptively(PATIENCE, () -> fastReader.join());
                List<Asked> asked = rig.device.asked();
                int slowOnes = 0;
                while (slowOnes < asked.size() && !touches(rig, asked.get(slowOnes), fast)) {
                    slowOnes++;
                }
                assertTrue(slowOnes < asked.size(), variant + " reads no fast");
                assertTrue(slowOnes <= 1, slowOnes + " slow requests first: " + variant);
            }
        }
    }

    /** Starts a reader, once, and goes on when it waits for its turn. */
    private static void letWait(Thread reader) {
        if (reader.getState() != Thread.State.NEW) {
            return;
        }
        reader.start();
        long begin = System.nanoTime();
        while (reader.getState() != Thread.State.TIMED_WAITING
                && reader.isAlive()
                && System.nanoTime() - begin < PATIENCE.toNanos()) {
            Thread.onSpinWait();
        }
    }

    private static List<Block> blocks(Rig rig) {
        return rig.device.asked().stream().map(Asked::block).toList();
    }

    /** No request crosses into a block that was found: some devices refuse that. */
    private BlockRules rules(List<Block> search) {
        BlockRules usual = family().rules();
        Set<Integer> borders = new HashSet<>(usual.borders());
        search.forEach(found -> borders.add(found.address()));
        return new BlockRules(
                usual.maxWords(), usual.maxBits(), borders, usual.forbidden(), usual.evenOnly());
    }

    private static boolean touches(Rig rig, Asked asked, List<Register> registers) {
        return registers.stream()
                .filter(register -> rig.device.unit(register) == asked.unit())
                .anyMatch(register -> asked.block().covers(Span.of(register)));
    }

    /** Of parts that are asked without asking first whether they are there. */
    private List<Register> atRate(Variant variant, Rate rate) {
        return readable(variant).stream()
                .filter(register -> register.rate() == rate)
                .filter(r -> family().presences().stream().noneMatch(part -> part.guards(r)))
                .toList();
    }

    private static List<String> names(List<Register> registers) {
        return registers.stream().map(Register::name).toList();
    }

    private static void assertNear(double best, double spent, Variant variant) {
        assertTrue(
                spent <= best * TOLERANCE,
                () -> "%s: %.0f µs, the best takes %.0f µs".formatted(variant, spent, best));
    }

    private static List<Register> readable(Variant variant) {
        return variant.table().registers().stream()
                .filter(register -> register.access() != Access.W)
                .toList();
    }

    private static List<Span> spans(Rig rig, List<Register> registers, int unit) {
        return registers.stream()
                .filter(register -> rig.device.unit(register) == unit)
                .map(Span::of)
                .toList();
    }
}
