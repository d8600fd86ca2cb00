package io.wattwire.publish.venus.bus;

import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.freedesktop.dbus.DBusPath;
import org.freedesktop.dbus.types.UInt64;
import org.freedesktop.dbus.types.Variant;

/** Values of the bus as plain ones, and back. Stateless. */
final class BusValues {

    /** How Venus says that there is no value: an empty list of whole numbers. */
    private static final String INVALID = "ai";

    private static final String EMPTY_LIST = "au";

    private BusValues() {}

    /** Any number type becomes Integer, Long or Double, whatever the other side chose. */
    static Object plain(Object value) {
        if (value instanceof Variant<?> variant) {
            return variant(variant);
        }
        if (value instanceof Number number) {
            return number(number);
        }
        if (value instanceof Map<?, ?> map) {
            Map<String, Object> plain = new LinkedHashMap<>();
            map.forEach((key, it) -> plain.put(String.valueOf(plain(key)), plain(it)));
            return plain;
        }
        if (value instanceof List<?> list) {
            List<Object> plain = new ArrayList<>();
            list.forEach(it -> plain.add(plain(it)));
            return plain;
        }
        if (value != null && value.getClass().isArray()) {
            List<Object> plain = new ArrayList<>();
            for (int i = 0; i < Array.getLength(value); i++) {
                plain.add(plain(Array.get(value, i)));
            }
            return plain;
        }
        return value instanceof DBusPath path ? path.getPath() : value;
    }

    private static Object variant(Variant<?> variant) {
        Object plain = plain(variant.getValue());
        boolean empty = plain instanceof List<?> list && list.isEmpty();
        return empty && !EMPTY_LIST.equals(variant.getSig()) ? null : plain;
    }

    private static Object number(Number number) {
        if (number instanceof Double || number instanceof Float) {
            return number.doubleValue();
        }
        long whole = number instanceof UInt64 big ? big.value().longValue() : number.longValue();
        return whole == (int) whole ? (Object) (int) whole : (Object) whole;
    }

    /** As it goes onto the bus. */
    static Variant<?> packed(Object value) {
        if (value == null || value instanceof Double number && !Double.isFinite(number)) {
            return new Variant<>(new int[0], INVALID);
        }
        if (value instanceof Integer whole) {
            return new Variant<>(whole, "i");
        }
        if (value instanceof Long whole) {
            return whole == whole.intValue()
                    ? new Variant<>(whole.intValue(), "i")
                    : new Variant<>(whole, "x");
        }
        if (value instanceof Number number) {
            return new Variant<>(number.doubleValue(), "d");
        }
        if (value instanceof Boolean flag) {
            return new Variant<>(flag, "b");
        }
        if (value instanceof List<?> list) {
            return list.isEmpty()
                    ? new Variant<>(new int[0], EMPTY_LIST)
                    : new Variant<>(list.stream().map(BusValues::packed).toList(), "av");
        }
        if (value instanceof Map<?, ?> map) {
            Map<String, Object> packed = new LinkedHashMap<>();
            map.forEach((key, it) -> packed.put(String.valueOf(key), packed(it)));
            return new Variant<>(packed, "a{sv}");
        }
        return new Variant<>(Objects.toString(value).replace("\0", ""), "s");
    }

    /** The arguments of a message, each as its part of the signature says. */
    static Object[] packed(String signature, List<?> arguments) {
        Object[] packed = new Object[arguments.size()];
        int at = 0;
        for (int i = 0; i < packed.length; i++) {
            int end = end(signature, at);
            packed[i] = shaped(signature.substring(at, end), arguments.get(i));
            at = end;
        }
        return packed;
    }

    private static Object shaped(String type, Object value) {
        if (type.equals("v")) {
            return packed(value);
        }
        if (type.startsWith("a{")) {
            String of = type.substring(3, type.length() - 1);
            Map<Object, Object> map = new LinkedHashMap<>();
            ((Map<?, ?>) value).forEach((key, it) -> map.put(key, shaped(of, it)));
            return map;
        }
        if (type.startsWith("a")) {
            String of = type.substring(1);
            return ((List<?>) value).stream().map(it -> shaped(of, it)).toList();
        }
        return value;
    }

    /** Where the complete type that begins there ends; no structures. */
    private static int end(String signature, int from) {
        int at = from;
        while (signature.charAt(at) == 'a') {
            at++;
        }
        return signature.charAt(at) == '{' ? end(signature, at + 2) + 1 : at + 1;
    }
}
