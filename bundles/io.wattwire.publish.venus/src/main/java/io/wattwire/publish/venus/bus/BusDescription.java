package io.wattwire.publish.venus.bus;

import java.util.Collection;
import java.util.TreeSet;

/** Tells tools what an object can do, as XML of the D-Bus specification. Stateless. */
final class BusDescription {

    private static final String START =
            """
            <!DOCTYPE node PUBLIC "-//freedesktop//DTD D-BUS Object Introspection 1.0//EN" \
            "http://www.freedesktop.org/standards/dbus/1.0/introspect.dtd">
            <node>
             <interface name="org.freedesktop.DBus.Introspectable">
              <method name="Introspect"><arg type="s" direction="out"/></method>
             </interface>
             <interface name="org.freedesktop.DBus.Peer"><method name="Ping"/></interface>
             <interface name="com.victronenergy.BusItem">
              <method name="GetValue"><arg type="v" direction="out"/></method>
            """;

    private static final String NODE =
            """
              <method name="GetText"><arg type="v" direction="out"/></method>
            """;

    private static final String ROOT =
            """
              <method name="GetItems"><arg type="a{sa{sv}}" direction="out"/></method>
              <signal name="ItemsChanged"><arg type="a{sa{sv}}"/></signal>
            """;

    private static final String LEAF =
            """
              <method name="GetText"><arg type="s" direction="out"/></method>
              <method name="SetValue"><arg type="v" direction="in"/><arg type="i" direction="out"/></method>
              <method name="GetDescription"><arg type="s" direction="in"/><arg type="i" direction="in"/>\
            <arg type="s" direction="out"/></method>
              <method name="GetMin"><arg type="v" direction="out"/></method>
              <method name="GetMax"><arg type="v" direction="out"/></method>
              <method name="GetDefault"><arg type="v" direction="out"/></method>
              <signal name="PropertiesChanged"><arg type="a{sv}"/></signal>
            """;

    private BusDescription() {}

    /** Describes an object with what lies below it, by paths from there. */
    static String of(String path, Collection<String> below) {
        StringBuilder text = new StringBuilder(START);
        text.append(below.isEmpty() ? LEAF : NODE);
        text.append(path.equals("/") ? ROOT : "").append(" </interface>\n");
        TreeSet<String> children = new TreeSet<>();
        below.forEach(it -> children.add(it.split("/", 2)[0]));
        children.forEach(it -> text.append(" <node name=\"").append(it).append("\"/>\n"));
        return text.append("</node>\n").toString();
    }
}
