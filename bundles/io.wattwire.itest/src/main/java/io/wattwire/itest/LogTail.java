package io.wattwire.itest;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import io.wattwire.itest.wait.Await;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.LoggerFactory;

/** The warnings and errors that a person would see in the log. Thread-safe. */
final class LogTail implements AutoCloseable {
    private final List<String> lines = new ArrayList<>();
    private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    private final Tail tail = new Tail();

    LogTail() {
        tail.setContext(root.getLoggerContext());
        tail.start();
        root.addAppender(tail);
    }

    private final class Tail extends AppenderBase<ILoggingEvent> {
        @Override
        protected void append(ILoggingEvent event) {
            if (event.getLevel().isGreaterOrEqual(Level.WARN)) {
                add(event.getFormattedMessage());
            }
        }
    }

    private synchronized void add(String line) {
        lines.add(line);
    }

    synchronized List<String> about(String part) {
        return lines.stream().filter(line -> line.contains(part)).toList();
    }

    /** Waits for the one message about something; it has one line. */
    String awaitOne(String part) {
        Await.until(
                "a log line about " + part,
                Duration.ofSeconds(60),
                () -> !about(part).isEmpty(),
                () -> about(""));
        List<String> found = about(part);
        if (found.size() > 1 || found.get(0).contains("\n")) {
            throw new AssertionError("not one line about " + part + ": " + found);
        }
        return found.get(0);
    }

    @Override
    public void close() {
        root.detachAppender(tail);
        tail.stop();
    }
}
