package io.wattwire.publish.homeassistant;

import com.google.gson.JsonObject;
import io.wattwire.publish.control.CommandThread;
import io.wattwire.publish.control.ControlGate;
import io.wattwire.publish.control.ControlPoint;
import io.wattwire.publish.control.ControlRequest;
import io.wattwire.publish.control.ControlResult;
import io.wattwire.publish.control.ControlText;
import java.util.HashMap;
import java.util.Map;

/**
 * Takes commands from the broker to the gate and the answers back. Devices are slow: a thread of
 * its own carries commands out one by one, and what finds no place in its short queue is refused.
 */
final class Commands implements AutoCloseable {

    private static final int LARGEST = 256;
    private static final int LONGEST_TOPIC = 400;

    private final ControlGate gate;
    private final Answers answers;
    private final Map<String, ControlPoint> points = new HashMap<>();
    private final CommandThread thread;

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
        thread = new CommandThread(owner);
    }

    /** A message on the topic of a command; never waits. An empty one only clears the topic. */
    void message(String topic, byte[] payload, boolean retained) {
        if (topic.length() <= LONGEST_TOPIC && payload.length > 0) {
            Command command = new Command(topic, payload, retained);
            if (!thread.offer(command)) {
                command.refuseBusy();
            }
        }
    }

    /** Something else to do on that thread; left out when it has too much to do. */
    void later(Runnable task) {
        thread.offer(task);
    }

    /** One command; nothing of it is believed yet. */
    private final class Command implements Runnable {

        private final String topic;
        private final String text;
        private final boolean retained;

        Command(String topic, byte[] payload, boolean retained) {
            this.topic = topic;
            this.text = ControlText.of(payload, LARGEST);
            this.retained = retained;
        }

        @Override
        public void run() {
            ControlPoint point = points.get(topic);
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

    @Override
    public void close() {
        thread.close();
    }
}
