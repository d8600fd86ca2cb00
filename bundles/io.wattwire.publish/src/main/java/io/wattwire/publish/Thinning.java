package io.wattwire.publish;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Thins samples out on their way to the target. The windows are the same on every run: they begin
 * at whole multiples of their length since 1970 and look at the samples' own times. For one thread.
 */
final class Thinning {

    /** A sample may be this late before its window is closed without it. */
    static final long GRACE_MS = 5_000;

    private final Rules rules;
    private final Map<String, Window> open = new LinkedHashMap<>();
    private final Map<String, Sample> passed = new HashMap<>();
    private final Map<String, Closed> closed = new HashMap<>();
    private long lookedMillis;

    /** The newest sample of a window that is over, and when it was closed. */
    private record Closed(Sample last, long atMillis) {}

    Thinning(Rules rules) {
        this.rules = rules;
    }

    /** What is published because of a sample, which may be nothing or something before it. */
    void accept(Sample sample, Consumer<Sample> out) {
        String series = sample.series();
        Rule rule = rules.of(series);
        switch (rule.mode()) {
            case ALL -> out.accept(sample);
            case CHANGE -> change(series, sample, rule, out);
            case LAST, MEAN -> window(series, sample, rule, out);
            case OFF -> {}
        }
    }

    private void change(String series, Sample sample, Rule rule, Consumer<Sample> out) {
        Sample last = passed.get(series);
        boolean same = last != null && last.value().equals(sample.value());
        long since = last == null ? 0 : sample.timeMillis() - last.timeMillis();
        if (!same || since >= rule.millis() || since < 0) {
            passed.put(series, sample);
            out.accept(sample);
        }
    }

    private void window(String series, Sample sample, Rule rule, Consumer<Sample> out) {
        long index = Math.floorDiv(sample.timeMillis(), rule.millis());
        Window window = open.get(series);
        if (window == null && isSaid(sample, closed.get(series), rule)) {
            return;
        }
        if (window != null && window.index() != index) {
            out.accept(window.result(rule));
            window = null;
        }
        open.put(series, window == null ? Window.of(index, sample) : window.with(sample));
    }

    /**
     * What is read seldom comes again with its old time, when its window is over: it is no window
     * of its own, or a mean would give way to it. Once in each window's length it passes, for
     * targets that forget.
     */
    private boolean isSaid(Sample sample, Closed before, Rule rule) {
        if (before == null || !before.last().equals(sample)) {
            return false;
        }
        long since = lookedMillis - before.atMillis();
        return since >= 0 && since < rule.millis();
    }

    /** Closes the windows of series from which nothing comes any more. */
    void closeUntil(long nowMillis, Consumer<Sample> out) {
        lookedMillis = nowMillis;
        open.entrySet()
                .removeIf(
                        entry -> {
                            Rule rule = rules.of(entry.getKey());
                            Window window = entry.getValue();
                            boolean over = window.endMillis(rule) + GRACE_MS < nowMillis;
                            if (over) {
                                out.accept(window.result(rule));
                                closed.put(entry.getKey(), new Closed(window.last(), nowMillis));
                            }
                            return over;
                        });
    }

    boolean hasOpenWindows() {
        return !open.isEmpty();
    }

    /** The open windows, for a file; {@link #restore} reads them. */
    List<String> save() {
        List<String> lines = new ArrayList<>();
        open.forEach((series, window) -> lines.add(window.save()));
        return lines;
    }

    /** Goes on where another run has stopped; windows of rules that have changed are left out. */
    void restore(List<String> lines) {
        for (String line : lines) {
            Window window = Window.restore(line);
            Rule rule = window == null ? Rule.EVERYTHING : rules.of(window.last().series());
            if (rule.windowed() && window.fits(rule)) {
                open.put(window.last().series(), window);
            }
        }
    }
}
