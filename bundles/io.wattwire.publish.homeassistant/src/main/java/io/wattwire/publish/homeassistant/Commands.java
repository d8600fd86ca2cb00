package io.wattwire.publish.homeassistant;

import com.google.gson.JsonObject;
import io.wattwire.publish.control.ControlGate;
import io.wattwire.publish.control.ControlPoint;
import io.wattwire.publish.control.ControlRequest;
import io.wattwire.publish.control.ControlResult;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Takes commands from the broker to the gate and the answers back. Devices are slow: a thread of
 * its own carries commands out one by one, and what finds no place in its short queue is refused.
 */
final class Commands implements AutoCloseable {

    private static final int MOST_WAITING = 16;
    private static final int LARGEST = 256;
    private static final int LONGEST_TOPIC = 400;

    private final ControlGate gate;
    private final Answers answers;
    private final Map<String, ControlPoint> points = new HashMap<>();
    private final ThreadPoolExecutor thread;

    /** Where answers go. Called on the thread of the commands, or on that which brought one. */
    interface Answers {

        /** Publishes an answer. */
        void answer(String topic, String payload);

        /** A point was commanded. */
        void commanded(ControlPoint point, String value);
    }

    Commands(String owner, HomeAssistantSettings settings, ControlGate gate, Answers answers) {
        this.gate = gate;
        this.answers = answers;
        settings.rules()
                .points()
                .forEach(point -> points.put(settings.topics().command(point), point));
        thread =
                new ThreadPoolExecutor(
                        1,
                        1,
                        1,
                        TimeUnit.MINUTES,
                        new ArrayBlockingQueue<>(MOST_WAITING),
                        task -> {
                            Thread worker = new Thread(task, "wattwire-control-" + owner);
                            worker.setDaemon(true);
                            return worker;
                        },
                        (task, pool) -> {
                            if (task instanceof Command command) {
                                command.refuseBusy();
                            }
                        });
    }

    /** A message on the topic of a command; never waits. */
    void message(String topic, byte[] payload, boolean retained) {
        if (topic.length() <= LONGEST_TOPIC && !(payload.length == 0 && retained)) {
            thread.execute(new Command(topic, payload, retained));
        }
    }

    /** Something else to do on that thread; left out when it has too much to do. */
    void later(Runnable task) {
        thread.execute(task);
    }

    /** One command; nothing of it is believed yet. */
    private final class Command implements Runnable {

        private final String topic;
        private final byte[] payload;
        private final boolean retained;

        Command(String topic, byte[] payload, boolean retained) {
            this.topic = topic;
            this.payload = payload.length > LARGEST ? new byte[0] : payload;
            this.retained = retained;
        }

        @Override
        public void run() {
            ControlPoint point = points.get(topic);
            String text = text(payload);
            String named = point == null ? topic : point.toString();
            ControlResult result = gate.command(new ControlRequest(named, text, "MQTT", retained));
            if (point != null && result.done()) {
                answers.commanded(point, text.strip());
            }
            answer(text, result);
        }

        private void refuseBusy() {
            answer("", ControlResult.refused("too many commands at once; wait a while"));
        }

        private void answer(String text, ControlResult result) {
            JsonObject json = new JsonObject();
            json.addProperty("done", result.done());
            json.addProperty("value", text);
            if (!result.done()) {
                json.addProperty("reason", result.reason());
            }
            answers.answer(Topics.result(topic), json.toString());
        }
    }

    /** The payload; empty, which nothing takes, when it is too large or no text. */
    private static String text(byte[] payload) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(payload)).toString();
        } catch (CharacterCodingException binary) {
            return "";
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
