package io.wattwire.publish.givtcp.control;

import io.wattwire.publish.control.ControlRefused;
import io.wattwire.publish.givtcp.data.Form;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * All commands that are understood; docs/publish/givtcp-control.md lists them with their payloads.
 * Immutable.
 */
public final class GivTcpControls {

    private static final Map<String, Control> ALL = table();

    private final Form form;

    /**
     * Understands one form.
     *
     * @param form what users here are used to
     */
    public GivTcpControls(Form form) {
        this.form = Objects.requireNonNull(form, "form");
    }

    private static Map<String, Control> table() {
        Map<String, Control> table = new LinkedHashMap<>();
        Stream.of(OriginControls.all(), SlotControls.all(), LaterControls.all())
                .flatMap(List::stream)
                .forEach(control -> table.put(control.name(), control));
        return Collections.unmodifiableMap(table);
    }

    /**
     * The commands that come by a way.
     *
     * @param way MQTT or REST
     * @return their names, in the order of the page
     */
    public static Set<String> names(Way way) {
        return ALL.values().stream()
                .filter(control -> way == Way.MQTT || control.rest())
                .map(Control::name)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** What a command is called in answers; empty when there is no such command. */
    static Optional<String> title(String name) {
        return Optional.ofNullable(ALL.get(name)).map(Control::title);
    }

    /**
     * What a command writes.
     *
     * @param way by which it came
     * @param name last level of the topic, or the path without its slash
     * @param payload as it came
     * @param known what some commands need besides
     * @return the writes in their order, at least one
     * @throws ControlRefused with cause and remedy, if there is no such command or its payload says
     *     nothing that it takes; ranges are left to the driver
     */
    public List<PointWrite> translate(Way way, String name, String payload, Known known)
            throws ControlRefused {
        Control control = ALL.get(name);
        if (control == null || way == Way.REST && !control.rest()) {
            throw new ControlRefused(
                    "there is no such command; docs/publish/givtcp-control.md lists what is understood");
        }
        Arguments arguments =
                way == Way.MQTT && control.bare()
                        ? Arguments.bare(Payload.value(payload), known)
                        : Arguments.of(Payload.object(payload), known);
        List<PointWrite> writes = control.meaning().of(arguments, form);
        arguments.nothingElse();
        return writes;
    }
}
