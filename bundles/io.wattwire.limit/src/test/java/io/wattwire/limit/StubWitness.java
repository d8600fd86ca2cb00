package io.wattwire.limit;

import io.wattwire.limit.law.Decision;
import io.wattwire.limit.law.LimitSettings;
import io.wattwire.limit.law.LimitState;
import io.wattwire.limit.law.Limiter;
import io.wattwire.limit.law.Readings;
import java.util.ArrayList;
import java.util.List;

/** A ledger that only checks that what it is told decides to the same again. */
final class StubWitness implements Witness {

    final List<String> notes = new ArrayList<>();
    int seen;
    int differing;

    @Override
    public LimitState resume(LimitState start) {
        return start;
    }

    @Override
    public void saw(
            LimitSettings settings,
            LimitState before,
            Readings readings,
            long nowNanos,
            Decision decision) {
        seen++;
        if (!Limiter.decide(settings, before, readings, nowNanos).equals(decision)) {
            differing++;
        }
    }

    @Override
    public void note(String text, long nowNanos) {
        notes.add(text);
    }

    @Override
    public String problem() {
        return "";
    }
}
