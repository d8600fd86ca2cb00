package io.wattwire.publish.prometheus;

import io.wattwire.publish.live.Live;
import java.util.concurrent.TimeUnit;

/** The exporter's page, for the benchmarks. */
public final class PageEncoder {

    private final Exposition exposition;

    /**
     * Of some values.
     *
     * @param live what they are kept in
     */
    public PageEncoder(Live live) {
        exposition = new Exposition(live, TimeUnit.DAYS.toMillis(1), System::nanoTime);
    }

    /**
     * Writes it.
     *
     * @return the page
     */
    public String encode() {
        return exposition.write();
    }
}
