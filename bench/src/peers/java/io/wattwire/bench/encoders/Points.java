package io.wattwire.bench.encoders;

import io.wattwire.publish.Sample;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** 10^5 values as a site of ten assets has them: half of them numbers with digits behind the point. */
final class Points {

    static final int COUNT = 100_000;
    private static final int ASSETS = 10;
    private static final long START = 1_790_000_000_000L;
    private static final long SECOND = 1000;

    private Points() {}

    /**
     * In batches as the queue gives them: all channels of an asset at one time, asset after asset.
     *
     * @param channels of each asset
     * @param batch samples in each
     */
    static List<List<Sample>> batches(int channels, int batch) {
        List<Sample> all = new ArrayList<>(COUNT);
        for (int i = 0; i < COUNT; i++) {
            int tick = i / (channels * ASSETS);
            all.add(
                    new Sample(
                            "inverter_" + i / channels % ASSETS,
                            "phase_power_" + i % channels,
                            value(i),
                            START + tick * SECOND));
        }
        List<List<Sample>> batches = new ArrayList<>();
        for (int from = 0; from < COUNT; from += batch) {
            batches.add(List.copyOf(all.subList(from, Math.min(COUNT, from + batch))));
        }
        return batches;
    }

    static int utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    private static Object value(int i) {
        return switch (i % 4) {
            case 0 -> (double) Math.round(Math.sin(i) * 40_000) / 10;
            case 1 -> (double) (i % 5000);
            case 2 -> (long) i;
            default -> 230 + (double) (i % 100) / 100;
        };
    }
}
