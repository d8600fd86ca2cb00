package io.wattwire.device.session;

import io.wattwire.device.link.Deadline;
import io.wattwire.device.model.Reading;
import io.wattwire.device.model.Register;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Some names, what they stand for in the model that answers, and the plan that brings them. */
final class PreparedNames implements DeviceSession.Prepared {

    private final List<String> names;
    private final Reads reads;
    private final Samples samples;
    private final Planning planning;
    private final Duration deadline;
    private final Map<String, Object> overrides;

    private Lexicon lexicon;
    private List<Subject> subjects;
    private ReadPlan plan;
    private int plannedFor;
    private long lastCycle;
    private long sinceLastCycle;

    PreparedNames(List<String> names, Engine engine, Reads reads) {
        this.names = List.copyOf(names);
        this.reads = reads;
        samples = engine.samples;
        planning = engine.planning;
        deadline = engine.settings.readDeadline();
        overrides = engine.overrides;
        lastCycle = samples.nowNanos();
        understand(engine.recognition.known().lexicon());
    }

    private void understand(Lexicon now) {
        lexicon = now;
        subjects = names.stream().map(now::subject).toList();
        plan = null;
    }

    /**
     * Another model answers than the names were understood for. Called within a cycle, by one
     * thread at a time.
     */
    void adapt(Lexicon now) {
        if (now != lexicon) {
            understand(now);
        }
    }

    /**
     * The plan, made once per connection and not before: by then it is known what reading costs.
     */
    ReadPlan plan() {
        if (plan == null || plannedFor != samples.connection()) {
            plannedFor = samples.connection();
            Set<Register> wanted =
                    subjects.stream()
                            .flatMap(subject -> subject.registers().stream())
                            .collect(Collectors.toUnmodifiableSet());
            plan = new ReadPlan(wanted, planning);
        }
        return plan;
    }

    /** What the device turned out to refuse is known better now. */
    void planAgain() {
        plan = null;
    }

    long sinceLastCycle() {
        return sinceLastCycle;
    }

    @Override
    public List<String> names() {
        return names;
    }

    @Override
    public synchronized List<Reading> read() {
        long mark = samples.newMark();
        sinceLastCycle = samples.nowNanos() - lastCycle;
        lastCycle += sinceLastCycle;
        String hindrance = reads.run(this, Deadline.in(deadline));
        View view = new View(samples, mark, hindrance, overrides);
        return subjects.stream().map(subject -> subject.reading(view)).toList();
    }
}
