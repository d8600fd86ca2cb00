/**
 * A D-Bus as a Victron GX has it: connections, the objects that such a bus carries, and values as
 * they are written there.
 *
 * <p>Messages are packed and unpacked by dbus-java; sockets, login, deadlines and threads are ours,
 * because a bus is a stranger: what it sends is bounded, and no call waits for ever.
 *
 * <p>A value is a {@link java.lang.Double}, {@link java.lang.Integer}, {@link java.lang.Long},
 * {@link java.lang.Boolean}, {@link java.lang.String}, a {@link java.util.List} or {@link
 * java.util.Map} of values, or null where the bus says "invalid".
 */
package io.wattwire.publish.venus.bus;
