package io.wattwire.publish.homeassistant;

import io.wattwire.publish.control.ControlPoint;

/**
 * The topics of one gateway: {@code <root>/<asset>/<channel>} for a value, below it {@code set} for
 * commands, {@code result} for their answers and {@code late} for values that an outage held up.
 *
 * @param root first level or levels, no wildcards
 * @param prefix where Home Assistant looks for descriptions
 */
public record Topics(String root, String prefix) {

    /** Where the gateway says that it is {@code online}; its last will says {@code offline}. */
    String availability() {
        return root + "/status";
    }

    String state(String asset, String channel) {
        return root + "/" + level(asset) + "/" + level(channel);
    }

    String late(String asset, String channel) {
        return state(asset, channel) + "/late";
    }

    String command(ControlPoint point) {
        return state(point.asset(), point.channel()) + "/set";
    }

    /** Of a command's topic, whether its point is listed or not. */
    static String result(String command) {
        return command.substring(0, command.length() - "set".length()) + "result";
    }

    String commands() {
        return root + "/+/+/set";
    }

    /** A description of a device, by its id. */
    String description(String id) {
        return prefix + "/device/" + id + "/config";
    }

    /** Home Assistant says {@code online} there when it starts. */
    String birth() {
        return prefix + "/status";
    }

    /** A name as one level of a topic. */
    static String level(String name) {
        return name.replaceAll("[+#/\\s\\p{Cntrl}]", "_");
    }

    /** A name as part of an id: letters, digits, underscore, hyphen. */
    static String id(String name) {
        return name.replaceAll("[^A-Za-z0-9_-]", "_");
    }
}
