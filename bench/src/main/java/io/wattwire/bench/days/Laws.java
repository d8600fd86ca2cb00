package io.wattwire.bench.days;

import java.util.function.Function;

/** The laws that are compared, each with a fresh memory. */
enum Laws {
    WATTWIRE("Wattwire", day -> new WattwireLaw(day.hasBattery())),
    ORIGIN("ieb/dbus-modbus-client", day -> new OriginLaw()),
    OPENEMS("OpenEMS", day -> new OpenEmsLaw()),
    PROPORTIONAL("proportional", day -> new ProportionalLaw());

    private final String title;
    private final Function<ScriptedDay, Law> fresh;

    Laws(String title, Function<ScriptedDay, Law> fresh) {
        this.title = title;
        this.fresh = fresh;
    }

    Law fresh(ScriptedDay day) {
        return fresh.apply(day);
    }

    String title() {
        return title;
    }
}
