package io.wattwire.bench.days;

import java.util.function.Supplier;

/** The laws that are compared, each with a fresh memory. */
enum Laws {
    WATTWIRE("Wattwire", WattwireLaw::new),
    SEED("seed 2", SeedLaw::new),
    OPENEMS("OpenEMS", OpenEmsLaw::new),
    PROPORTIONAL("proportional", ProportionalLaw::new);

    private final String title;
    private final Supplier<Law> fresh;

    Laws(String title, Supplier<Law> fresh) {
        this.title = title;
        this.fresh = fresh;
    }

    Law fresh() {
        return fresh.get();
    }

    String title() {
        return title;
    }
}
