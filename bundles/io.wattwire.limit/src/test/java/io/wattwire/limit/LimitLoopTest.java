package io.wattwire.limit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.wattwire.device.wire.Gate;
import io.wattwire.device.wire.Source;
import io.wattwire.device.wire.StepLoop;
import io.wattwire.limit.law.Input;
import io.wattwire.limit.law.Sample;
import io.wattwire.limit.law.Slot;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class LimitLoopTest {

    private static final long SOON_S = 60;

    @Test
    void aReadingIsEvaluatedInTheStepThatItWakes() throws InterruptedException {
        ReadingStore<Slot> store = new ReadingStore<>();
        store.listenTo(java.util.Map.of(Slot.site(Input.GRID), new Source("meter", "grid_power")));
        BlockingQueue<Double> seen = new LinkedBlockingQueue<>();
        StepLoop loop =
                new StepLoop(
                        "limit",
                        "test",
                        () ->
                                seen.add(
                                        store.samples()
                                                .getOrDefault(Slot.site(Input.GRID), Sample.NONE)
                                                .value()),
                        new Gate());
        try (loop) {
            loop.start();
            for (double watts = 1; watts <= 50; watts++) {
                assertTrue(store.accept(Wires.envelope("meter", "grid_power", watts), 1, 1));
                seen.clear();
                loop.wake();
                // one step of the clock may have been under way; the next one is that of the wake
                boolean first = watts == seen.poll(SOON_S, TimeUnit.SECONDS);
                assertTrue(first || watts == seen.poll(SOON_S, TimeUnit.SECONDS));
            }
        }
    }

    @Test
    void stepsWithoutBeingWoken() throws InterruptedException {
        BlockingQueue<Integer> steps = new LinkedBlockingQueue<>();
        try (StepLoop loop = new StepLoop("limit", "test", () -> steps.add(1), new Gate())) {
            loop.start();
            for (int i = 0; i < 4; i++) {
                assertEquals(1, steps.poll(SOON_S, TimeUnit.SECONDS));
            }
        }
    }

    @Test
    void goesOnAfterAStepThatFails() throws InterruptedException {
        BlockingQueue<Integer> steps = new LinkedBlockingQueue<>();
        Runnable failing =
                () -> {
                    steps.add(1);
                    throw new StackOverflowError("any");
                };
        try (StepLoop loop = new StepLoop("limit", "test", failing, new Gate())) {
            loop.start();
            assertEquals(1, steps.poll(SOON_S, TimeUnit.SECONDS));
            assertEquals(1, steps.poll(SOON_S, TimeUnit.SECONDS));
        }
    }
}
