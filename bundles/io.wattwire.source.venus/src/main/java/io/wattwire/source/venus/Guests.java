package io.wattwire.source.venus;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Who is on the bus: which unique name speaks for which service. Of two that claim to be the same
 * the first one is believed. Thread-safe.
 */
final class Guests {

    private static final String START = "com.victronenergy.";
    private static final int MOST = 500;

    private final Set<String> kinds = new HashSet<>();
    private final Map<String, Service> bySender = new HashMap<>();
    private final Map<String, String> senders = new HashMap<>();
    private final Set<String> told = new HashSet<>();

    Guests(List<Choice> choices) {
        choices.forEach(it -> kinds.add(it.kind()));
    }

    /** {@return whether a name is of a service that is read} */
    boolean wanted(String name) {
        return name.startsWith(START) && kinds.contains(kind(name));
    }

    private static String kind(String name) {
        String rest = name.substring(START.length());
        int dot = rest.indexOf('.');
        return dot < 0 ? rest : rest.substring(0, dot);
    }

    synchronized boolean knows(String name) {
        return senders.containsKey(name);
    }

    /**
     * A service says who it is.
     *
     * @param instance its DeviceInstance; null or no whole number when it has none
     * @param news is told, once, why it is not read
     * @return the service; empty when it is not to be read
     */
    synchronized Optional<Service> come(
            String name, String sender, Double instance, Consumer<String> news) {
        if (instance == null || instance < 0 || instance != Math.rint(instance)) {
            tell(news, name + " has no DeviceInstance and is not read");
            return Optional.empty();
        }
        Service service = new Service(kind(name), instance.intValue());
        Service before = bySender.get(sender);
        boolean taken = bySender.containsValue(service) && !service.equals(before);
        if (taken || bySender.size() >= MOST) {
            tell(news, name + " has the DeviceInstance of another and is not read");
            return Optional.empty();
        }
        bySender.put(sender, service);
        senders.put(name, sender);
        return Optional.of(service);
    }

    private void tell(Consumer<String> news, String sentence) {
        if (told.size() < MOST && told.add(sentence)) {
            news.accept(sentence);
        }
    }

    /** A name has another owner. {@return the service that is gone; null for none} */
    synchronized Service go(String name) {
        String sender = senders.remove(name);
        return sender == null ? null : bySender.remove(sender);
    }

    /** {@return the service that speaks; null for one that is not read} */
    synchronized Service of(String sender) {
        return bySender.get(sender);
    }

    synchronized void clear() {
        bySender.clear();
        senders.clear();
    }
}
