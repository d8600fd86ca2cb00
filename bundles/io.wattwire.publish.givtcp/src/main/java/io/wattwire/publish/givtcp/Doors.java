package io.wattwire.publish.givtcp;

import com.google.gson.JsonObject;
import io.wattwire.publish.control.CommandThread;
import io.wattwire.publish.control.ControlText;
import io.wattwire.publish.control.Plant;
import io.wattwire.publish.givtcp.control.Commander;
import io.wattwire.publish.givtcp.control.Inverters;
import io.wattwire.publish.givtcp.control.Outcome;
import io.wattwire.publish.givtcp.control.Way;
import io.wattwire.publish.givtcp.rest.RestApi;
import io.wattwire.publish.givtcp.rest.RestDoors;
import java.util.List;
import java.util.Optional;

/** What is open to the outside besides the values: GivTCP's commands and its REST. */
final class Doors implements AutoCloseable {

    private static final int LARGEST = 1024;
    private static final String UNREADABLE =
            "the payload has more than " + LARGEST + " bytes or is no UTF-8 text";
    private static final int LONGEST_NAME = 100;

    private final Commander commander;
    private final CommandThread thread;
    private final Replies replies;
    private final Optional<RestDoors> rest;

    /** Who takes answers to the broker. */
    @FunctionalInterface
    interface Replies {

        /**
         * Publishes an answer; called on the thread of the commands.
         *
         * @param serial of the inverter, as it was commanded
         * @param command its name, as it came
         * @param json what became of it
         */
        void answer(String serial, String command, String json);
    }

    Doors(String owner, DoorSettings settings, Inverters inverters, Plant plant, Replies replies) {
        this.replies = replies;
        commander = new Commander(owner, settings.form(), settings.rules(), inverters, plant);
        thread = new CommandThread(owner);
        rest =
                settings.rest()
                        .map(
                                door ->
                                        new RestDoors(
                                                owner,
                                                door,
                                                settings.serials(),
                                                new RestApi(inverters::data, commander)));
    }

    /** A message below {@code <root>/control/<serial>/}; never waits. */
    void command(String serial, String command, byte[] payload, boolean retained) {
        boolean cleared = payload.length == 0; // of a retained message; says nothing
        if (!cleared && serial.length() + command.length() <= LONGEST_NAME) {
            String text = ControlText.of(payload, LARGEST);
            if (!thread.offer(() -> carryOut(serial, command, text, retained))) {
                answer(serial, command, false, "too many commands at once; wait a while");
            }
        }
    }

    private void carryOut(String serial, String command, String text, boolean retained) {
        Commander.Origin origin = new Commander.Origin(Way.MQTT, "MQTT", retained);
        Outcome outcome =
                text.isEmpty()
                        ? commander.refuse(command, UNREADABLE)
                        : commander.command(origin, serial, command, text);
        answer(serial, command, outcome.done(), outcome.text());
    }

    private void answer(String serial, String command, boolean done, String text) {
        JsonObject json = new JsonObject();
        json.addProperty("result", text);
        json.addProperty("done", done);
        replies.answer(serial, command, json.toString());
    }

    /** The ports of REST that are open now. */
    List<Integer> ports() {
        return rest.map(RestDoors::ports).orElse(List.of());
    }

    @Override
    public void close() {
        rest.ifPresent(RestDoors::close);
        thread.close();
    }
}
