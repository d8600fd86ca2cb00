package io.wattwire.standalone.cloud;

import io.wattwire.standalone.monitor.Faults;
import io.wattwire.standalone.util.Properties;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.eclipse.kura.configuration.ConfigurationService;

/**
 * Settings of the data service.
 *
 * @param pid its {@code kura.service.pid}
 * @param autoConnect whether to connect without being asked
 * @param firstRetry time before the second attempt to connect
 * @param longestRetry longest time between two attempts
 * @param quiesce longest time for the last messages before a disconnect
 * @param answer longest time for the broker to acknowledge
 * @param capacity messages that may wait
 * @param inFlight messages on their way at once
 * @param maxPayload the largest payload, in bytes
 * @param rate how fast messages may leave
 */
record DataSettings(
        String pid,
        boolean autoConnect,
        Duration firstRetry,
        Duration longestRetry,
        Duration quiesce,
        Duration answer,
        int capacity,
        int inFlight,
        int maxPayload,
        RateLimit rate) {
    private static final Duration FIRST_RETRY = Duration.ofSeconds(1);
    private static final Duration ANSWER = Duration.ofSeconds(30);

    /** A stop may take this long at most, whatever is configured. */
    private static final int MAX_QUIESCE_S = 10;

    private static final int MAX_CAPACITY = 1_000_000;
    private static final int MAX_PAYLOAD = 16 * 1024 * 1024;
    private static final int MAX_RETRY_S = 24 * 60 * 60;

    /** Reads settings; if one is wrong it is reported, and the defaults of all are used. */
    static DataSettings of(Properties properties, Faults faults) {
        try {
            return of(properties);
        } catch (IllegalArgumentException e) {
            faults.report(properties.pid(), e.getMessage(), "until then the defaults are used");
            return of(
                    new Properties(
                            Map.of(ConfigurationService.KURA_SERVICE_PID, properties.pid())));
        }
    }

    /**
     * Reads settings.
     *
     * @throws IllegalArgumentException if one is wrong, naming it
     */
    static DataSettings of(Properties properties) {
        return new DataSettings(
                properties.pid(),
                properties.flag("connect.auto-on-startup", false),
                FIRST_RETRY,
                Duration.ofSeconds(properties.number("connect.retry-interval", 60, 1, MAX_RETRY_S)),
                quiesce(properties),
                ANSWER,
                properties.number("store.capacity", 10_000, 1, MAX_CAPACITY),
                properties.number("in-flight-messages.max-number", 9, 1, 10),
                properties.number("maximum.payload.size", MAX_PAYLOAD, 0, Integer.MAX_VALUE),
                rate(properties));
    }

    private static Duration quiesce(Properties properties) {
        int seconds = properties.number("disconnect.quiesce-timeout", 10, 0, Integer.MAX_VALUE);
        return Duration.ofSeconds(Math.min(seconds, MAX_QUIESCE_S));
    }

    private static RateLimit rate(Properties properties) {
        if (!properties.flag("enable.rate.limit", true)) {
            return RateLimit.none();
        }
        return RateLimit.of(
                properties.number("rate.limit.average", 1, 1, MAX_CAPACITY),
                properties.unit("rate.limit.time.unit", TimeUnit.SECONDS, TimeUnit.SECONDS),
                properties.number("rate.limit.burst.size", 1, 1, MAX_CAPACITY),
                System::nanoTime);
    }
}
