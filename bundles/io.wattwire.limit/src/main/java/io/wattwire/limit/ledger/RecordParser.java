package io.wattwire.limit.ledger;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads what {@link RecordText} has written. The expected type leads, so that a text can only make
 * values of types that were asked for.
 */
final class RecordParser {

    private static final Set<Class<?>> PLAIN =
            Set.of(
                    boolean.class,
                    int.class,
                    long.class,
                    double.class,
                    Boolean.class,
                    Integer.class,
                    Long.class,
                    Double.class,
                    String.class);

    private final String text;
    private int at;

    RecordParser(String text) {
        this.text = text;
    }

    static boolean isPlain(Class<?> type) {
        return PLAIN.contains(type);
    }

    /**
     * Reads the next value.
     *
     * @throws IllegalArgumentException if the text holds something else
     */
    <T> T next(Class<T> type) {
        @SuppressWarnings("unchecked") // the value was made for this type
        T value = (T) read(type);
        return value;
    }

    <T> List<T> list(Class<T> of) {
        List<T> items = new ArrayList<>();
        take('[');
        while (!ends(']')) {
            items.add(next(of));
        }
        return items;
    }

    <K, V> Map<K, V> map(Class<K> keys, Class<V> values) {
        Map<K, V> map = new HashMap<>();
        take('{');
        while (!ends('}')) {
            map.put(next(keys), next(values));
        }
        return map;
    }

    /** {@return what is left, without the space around it} */
    String rest() {
        String rest = text.substring(at).trim();
        at = text.length();
        return rest;
    }

    private Object read(Type type) {
        skipSpace();
        if (type instanceof ParameterizedType generic) {
            return container((Class<?>) generic.getRawType(), generic.getActualTypeArguments());
        }
        Class<?> plain = (Class<?>) type;
        if (plain.isRecord()) {
            return record(Shape.of(plain));
        }
        return plain == String.class ? quoted() : word(plain);
    }

    private Object record(Shape shape) {
        take('(');
        Object[] values = new Object[shape.types().length];
        for (int i = 0; i < values.length; i++) {
            values[i] = read(shape.types()[i]);
        }
        take(')');
        return shape.make(values);
    }

    private Object container(Class<?> raw, Type[] of) {
        if (raw == Map.class) {
            Map<Object, Object> map = new HashMap<>();
            take('{');
            while (!ends('}')) {
                map.put(read(of[0]), read(of[1]));
            }
            return Map.copyOf(map);
        }
        List<Object> items = new ArrayList<>();
        take('[');
        while (!ends(']')) {
            items.add(read(of[0]));
        }
        if (raw == Optional.class) {
            return items.stream().findFirst();
        }
        return raw == Set.class ? new LinkedHashSet<>(items) : List.copyOf(items);
    }

    private Object word(Class<?> type) {
        int from = at;
        while (at < text.length() && " ()[]{}".indexOf(text.charAt(at)) < 0) {
            at++;
        }
        String word = text.substring(from, at);
        if (type.isEnum()) {
            return constant(type, word);
        }
        if (type == double.class || type == Double.class) {
            return Double.valueOf(word);
        }
        if (type == long.class || type == Long.class) {
            return Long.valueOf(word);
        }
        if (type == int.class || type == Integer.class) {
            return Integer.valueOf(word);
        }
        if (!word.equals("true") && !word.equals("false")) {
            throw new IllegalArgumentException("no truth value: " + word);
        }
        return Boolean.valueOf(word);
    }

    private static Object constant(Class<?> type, String name) {
        for (Object constant : type.getEnumConstants()) {
            if (((Enum<?>) constant).name().equals(name)) {
                return constant;
            }
        }
        throw new IllegalArgumentException("no " + type.getSimpleName() + ": " + name);
    }

    private String quoted() {
        take('"');
        StringBuilder string = new StringBuilder();
        while (peek() != '"') {
            char c = text.charAt(at++);
            if (c == '\\') {
                if (at + 4 > text.length()) {
                    throw new IllegalArgumentException("an escape breaks off");
                }
                c = (char) Integer.parseInt(text.substring(at, at + 4), 16);
                at += 4;
            }
            string.append(c);
        }
        at++;
        return string.toString();
    }

    private boolean ends(char end) {
        skipSpace();
        if (peek() != end) {
            return false;
        }
        at++;
        return true;
    }

    private void take(char expected) {
        skipSpace();
        if (peek() != expected) {
            throw new IllegalArgumentException("expected " + expected + " at " + at);
        }
        at++;
    }

    private char peek() {
        if (at >= text.length()) {
            throw new IllegalArgumentException("the line breaks off");
        }
        return text.charAt(at);
    }

    private void skipSpace() {
        while (at < text.length() && text.charAt(at) == ' ') {
            at++;
        }
    }
}
