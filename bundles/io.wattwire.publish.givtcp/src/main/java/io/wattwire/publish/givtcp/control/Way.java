package io.wattwire.publish.givtcp.control;

/** How a command comes in. The payloads differ: a bare value here, an object there. */
public enum Way {
    /** On a topic; one value stands bare in the payload. */
    MQTT,
    /** By a POST; values stand in a JSON object. */
    REST
}
