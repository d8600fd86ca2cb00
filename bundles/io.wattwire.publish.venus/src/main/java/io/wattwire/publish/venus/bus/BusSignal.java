package io.wattwire.publish.venus.bus;

import java.util.List;

/**
 * A signal that arrived.
 *
 * @param sender unique name of who sent it, such as {@code :1.7}
 * @param path of its object
 * @param type interface and member, such as {@code com.victronenergy.BusItem.ItemsChanged}
 * @param arguments what it says
 */
public record BusSignal(String sender, String path, String type, List<Object> arguments) {}
