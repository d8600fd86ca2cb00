package io.wattwire.publish.venus.bus;

import java.util.Map;

/** What the values of a service answer, the root and nodes between included. Thread-safe. */
final class BusItemCalls {

    private static final String INTROSPECTABLE = "org.freedesktop.DBus.Introspectable";
    private static final String PEER = "org.freedesktop.DBus.Peer";

    private final BusItems items;

    BusItemCalls(BusItems items) {
        this.items = items;
    }

    BusAnswer answer(BusCall call) {
        String service = call.service();
        if (service.equals(PEER)) {
            return call.member().equals("Ping") ? BusAnswer.nothing() : unknown(call);
        }
        BusItem item = items.item(call.path());
        Map<String, Object> below = items.below(call.path(), call.member().equals("GetText"));
        if (item == null && below.isEmpty() && !call.path().equals("/")) {
            return BusAnswer.error(BusAnswer.UNKNOWN_OBJECT, "there is nothing at " + call.path());
        }
        if (call.member().equals("Introspect")
                && (service.isEmpty() || service.equals(INTROSPECTABLE))) {
            return BusAnswer.of("s", BusDescription.of(call.path(), below.keySet()));
        }
        if (!service.isEmpty() && !service.equals(BusItems.INTERFACE)) {
            return unknown(call);
        }
        return item == null ? node(call, below) : leaf(call, item);
    }

    private BusAnswer node(BusCall call, Map<String, Object> below) {
        return switch (call.member()) {
            case "GetValue", "GetText" -> variant(below);
            case "SetValue" -> BusAnswer.of("i", BusItem.Writer.NOT_WRITABLE);
            case "GetItems" ->
                    call.path().equals("/")
                            ? BusAnswer.of("a{sa{sv}}", items.states())
                            : unknown(call);
            default -> unknown(call);
        };
    }

    private BusAnswer leaf(BusCall call, BusItem item) {
        Object value = items.value(call.path());
        return switch (call.member()) {
            case "GetValue" -> BusAnswer.of("v", BusValues.packed(value));
            case "GetText" -> BusAnswer.of("s", item.textOf(value));
            case "SetValue" -> write(call);
            case "GetDescription" -> BusAnswer.of("s", item.description());
            case "GetMin" -> BusAnswer.of("v", BusValues.packed(item.min()));
            case "GetMax" -> BusAnswer.of("v", BusValues.packed(item.max()));
            case "GetDefault" -> BusAnswer.of("v", BusValues.packed(item.standard()));
            case "SetDefault" -> BusAnswer.of("i", BusItem.Writer.NOT_WRITABLE);
            default -> unknown(call);
        };
    }

    private BusAnswer write(BusCall call) {
        if (!call.signature().equals("v")) {
            return BusAnswer.error(BusAnswer.INVALID_ARGUMENTS, "SetValue takes one variant");
        }
        return BusAnswer.of("i", items.write(call.path(), call.arguments().get(0)));
    }

    /** What is in a map is packed already; a second packing would nest it. */
    private static BusAnswer variant(Map<String, Object> packed) {
        return BusAnswer.of("v", new Object[] {"a{sv}", packed});
    }

    private static BusAnswer unknown(BusCall call) {
        String names =
                call.service().isEmpty() ? call.member() : call.service() + "." + call.member();
        return BusAnswer.error(BusAnswer.UNKNOWN_METHOD, call.path() + " has no method " + names);
    }
}
