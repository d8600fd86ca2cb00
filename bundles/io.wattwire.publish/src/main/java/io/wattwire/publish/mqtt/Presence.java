package io.wattwire.publish.mqtt;

import java.util.Optional;

/**
 * What others at the broker are told about us.
 *
 * @param arrival published once the connection stands; empty for nothing
 * @param lastWill published by the broker when we are gone; empty for nothing. Where there is an
 *     arrival we say it ourselves at a clean end
 */
public record Presence(Optional<Message> arrival, Optional<Message> lastWill) {

    /** Nothing. */
    public static final Presence SILENT = new Presence(Optional.empty(), Optional.empty());

    /**
     * A topic that always says whether we are there.
     *
     * @param topic of {@code online} and {@code offline}, both retained
     * @return what is told
     */
    public static Presence at(String topic) {
        return new Presence(
                Optional.of(new Message(topic, "online", true)),
                Optional.of(new Message(topic, "offline", true)));
    }

    /**
     * A last will alone, for those who listen when we vanish: it is not kept.
     *
     * @param topic without wildcards
     * @param text of the last will
     * @return what is told
     */
    public static Presence lastWill(String topic, String text) {
        return new Presence(Optional.empty(), Optional.of(new Message(topic, text, false)));
    }

    /** What we say ourselves before a clean end. */
    Optional<Message> farewell() {
        return arrival.isPresent() ? lastWill : Optional.empty();
    }
}
