package io.wattwire.standalone.request;

import java.util.Optional;

/** Who decides what a request may write. Implementations are thread-safe. */
@FunctionalInterface
interface Writes {
    /**
     * Writes one channel, or says why not.
     *
     * @param asset its {@code kura.service.pid}
     * @param channel its name there
     * @param value number, text, true or false as text
     * @return empty when the device has it
     */
    Optional<String> write(String asset, String channel, String value);

    /** Nothing is written. */
    static Writes refused(String reason) {
        return (asset, channel, value) -> Optional.of(reason);
    }
}
