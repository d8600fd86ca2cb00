package io.wattwire.source.venus;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;

/**
 * A part of the house and the service that tells it. A service that was chosen stays the one until
 * it is gone; of several none is, because a guess would be another meter. Not thread-safe.
 */
final class Part {

    private final Choice choice;
    private final List<Group> groups;
    private final Consumer<String> news;
    private Service service;
    private String said = "";

    /**
     * @param choice the owner's
     * @param news is told, once each, which service is read or why none
     */
    Part(Choice choice, Consumer<String> news) {
        this.choice = choice;
        this.news = news;
        Map<String, List<Row>> byGroup = new LinkedHashMap<>();
        for (Row row : Table.rows(choice.part(), choice.kind())) {
            byGroup.computeIfAbsent(row.group(), name -> new ArrayList<>()).add(row);
        }
        groups = byGroup.values().stream().map(Group::new).toList();
    }

    List<Group> groups() {
        return groups;
    }

    /** {@return the service that is read; null while there is none} */
    Service service() {
        return service;
    }

    /** Chooses among the services that are there. */
    void choose(Set<Service> there) {
        if (service != null && there.contains(service)) {
            return;
        }
        List<Service> fit = choice.among(there);
        if (fit.size() == 1) {
            service = fit.get(0);
            say("the " + choice.part() + " is read from " + service);
        } else {
            service = null;
            say(
                    fit.isEmpty()
                            ? "there is no " + choice + " on the GX, so nothing of the " + part()
                            : "there are "
                                    + fit
                                    + " on the GX; name one of them for the "
                                    + part());
        }
    }

    private String part() {
        return choice.part();
    }

    /** The GX does not show its services any more, or not yet. */
    void forget() {
        service = null;
        groups.forEach(it -> it.read(path -> Double.NaN));
    }

    void prove(Path path, long nowMillis) {
        if (Objects.equals(path.service(), service)) {
            groups.stream()
                    .filter(it -> it.measures(path.name()))
                    .forEach(it -> it.prove(nowMillis));
        }
    }

    private void say(String sentence) {
        if (!sentence.equals(said)) {
            said = sentence;
            news.accept(sentence);
        }
    }
}
