package io.wattwire.publish.givtcp.control;

import static io.wattwire.publish.givtcp.control.Arguments.state;

import io.wattwire.publish.control.ControlRefused;
import io.wattwire.publish.givtcp.data.Form;
import java.util.List;

/**
 * One command of GivTCP.
 *
 * @param name on its topic and in its path
 * @param title in the answer's text
 * @param rest whether it comes by REST too; by MQTT each does
 * @param bare whether it has one value only, which stands bare in an MQTT payload
 * @param meaning what it writes
 */
record Control(String name, String title, boolean rest, boolean bare, Meaning meaning) {

    private static final String STATE = "state";

    /** From values to writes. */
    @FunctionalInterface
    interface Meaning {

        /**
         * What is written.
         *
         * @throws ControlRefused with the reason, if the values are none
         */
        List<PointWrite> of(Arguments arguments, Form form) throws ControlRefused;
    }

    /** From the only value to what is written. */
    @FunctionalInterface
    interface Value {

        /**
         * The value that the channel takes.
         *
         * @throws ControlRefused with the reason, if it is none
         */
        String of(String given) throws ControlRefused;
    }

    /** A command with one value. */
    static Control of(String name, String title, String key, String channel, Value value) {
        return new Control(
                name,
                title,
                true,
                true,
                (arguments, form) -> write(channel, value.of(arguments.text(List.of(key)))));
    }

    /** One that takes a whole number; its range is in the driver's table. */
    static Control number(String name, String title, String key, String channel) {
        return of(name, title, key, channel, Arguments::whole);
    }

    /** One that takes enable or disable. */
    static Control flag(String name, String title, String channel, String on, String off) {
        return of(name, title, STATE, channel, it -> state(it) ? on : off);
    }

    /** The same without a path for REST. */
    Control byMqtt() {
        return new Control(name, title, false, bare, meaning);
    }

    static List<PointWrite> write(String channel, String value) {
        return List.of(new PointWrite(channel, value));
    }
}
