package io.wattwire.publish.venus.bus;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.messages.Error;
import org.freedesktop.dbus.messages.Message;

/** Calls whose answer has not come yet. Thread-safe. */
final class Pending {

    private static final int MOST = 256;

    private final Map<Long, CompletableFuture<List<Object>>> calls = new ConcurrentHashMap<>();
    private volatile boolean ended;

    /** Before the call is sent, so that its answer cannot overtake it. */
    CompletableFuture<List<Object>> expect(long serial) throws IOException {
        if (calls.size() >= MOST) {
            throw new IOException("the bus does not answer: " + MOST + " calls wait");
        }
        CompletableFuture<List<Object>> answer = new CompletableFuture<>();
        calls.put(serial, answer);
        if (ended) {
            end();
        }
        return answer;
    }

    List<Object> await(long serial, CompletableFuture<List<Object>> answer, long millis)
            throws IOException {
        try {
            return answer.get(millis, TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            throw new IOException("no answer within " + millis + " ms", late);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IOException("stopped while waiting for an answer", stop);
        } catch (ExecutionException failed) {
            Throwable cause = failed.getCause();
            throw cause instanceof BusException answered
                    ? answered
                    : new IOException(cause.getMessage(), cause);
        } finally {
            calls.remove(serial);
        }
    }

    void answered(Message message) {
        CompletableFuture<List<Object>> waiting = calls.remove(message.getReplySerial());
        if (waiting == null) {
            return; // it came too late
        }
        try {
            List<Object> arguments = arguments(message);
            if (message instanceof Error error) {
                String text = arguments.isEmpty() ? "" : String.valueOf(arguments.get(0));
                waiting.completeExceptionally(new BusException(error.getName(), text));
            } else {
                waiting.complete(arguments);
            }
        } catch (DBusException | RuntimeException damaged) {
            waiting.completeExceptionally(new IOException("a damaged answer", damaged));
        }
    }

    static List<Object> arguments(Message message) throws DBusException {
        Object[] arguments = message.getParameters();
        return arguments == null ? List.of() : list(BusValues.plain(arguments));
    }

    @SuppressWarnings("unchecked") // an array becomes a list of plain values
    private static List<Object> list(Object plain) {
        return (List<Object>) plain;
    }

    void end() {
        ended = true;
        calls.values()
                .forEach(
                        it ->
                                it.completeExceptionally(
                                        new IOException("the connection has ended")));
        calls.clear();
    }
}
