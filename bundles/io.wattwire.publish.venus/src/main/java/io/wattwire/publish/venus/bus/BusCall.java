package io.wattwire.publish.venus.bus;

import java.util.List;

/**
 * A call of one of our objects.
 *
 * @param sender unique name of who calls
 * @param path of the object
 * @param service interface; empty where the caller did not say
 * @param member method
 * @param signature of the arguments
 * @param arguments what it says
 */
public record BusCall(
        String sender,
        String path,
        String service,
        String member,
        String signature,
        List<Object> arguments) {}
