package io.wattwire.limit.ledger;

import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a record is made of. The law's values are records of records, so that one walk over their
 * components writes and reads them all; a component that is added later is written without a change
 * here, and {@link #describe} tells a reader that it is another version.
 */
final class Shape {

    private static final ClassValue<Shape> ALL =
            new ClassValue<>() {
                @Override
                protected Shape computeValue(Class<?> type) {
                    return new Shape(type);
                }
            };

    private final Type[] types;
    private final Method[] accessors;
    private final Constructor<?> constructor;

    private Shape(Class<?> record) {
        RecordComponent[] components = record.getRecordComponents();
        types = Arrays.stream(components).map(RecordComponent::getGenericType).toArray(Type[]::new);
        accessors =
                Arrays.stream(components).map(RecordComponent::getAccessor).toArray(Method[]::new);
        Class<?>[] raw =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            constructor = record.getDeclaredConstructor(raw);
        } catch (NoSuchMethodException e) {
            throw new IllegalArgumentException(record + " has no canonical constructor", e);
        }
        constructor.setAccessible(true);
        for (Method accessor : accessors) {
            accessor.setAccessible(true);
        }
    }

    static Shape of(Class<?> record) {
        return ALL.get(record);
    }

    Type[] types() {
        return types;
    }

    Object get(Object record, int component) {
        try {
            return accessors[component].invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("a component of " + record.getClass(), e);
        }
    }

    /** Throws {@link IllegalArgumentException} when the record refuses the values. */
    Object make(Object[] values) {
        try {
            return constructor.newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException(constructor.getDeclaringClass() + " refuses it", e);
        }
    }

    /** {@return a text that changes when anything in the type changes that is written} */
    static String describe(Type type) {
        StringBuilder text = new StringBuilder();
        describe(type, text);
        return text.toString();
    }

    private static void describe(Type type, StringBuilder to) {
        if (type instanceof ParameterizedType generic) {
            Class<?> raw = (Class<?>) generic.getRawType();
            boolean known =
                    raw == List.class
                            || raw == Set.class
                            || raw == Map.class
                            || raw == Optional.class;
            if (!known) {
                throw new IllegalArgumentException("the ledger cannot write " + type);
            }
            to.append(raw.getSimpleName());
            for (Type argument : generic.getActualTypeArguments()) {
                describe(argument, to.append(' '));
            }
        } else if (type instanceof Class<?> plain) {
            describePlain(plain, to);
        } else {
            throw new IllegalArgumentException("the ledger cannot write " + type);
        }
    }

    private static void describePlain(Class<?> type, StringBuilder to) {
        if (type.isRecord()) {
            to.append('(');
            for (RecordComponent component : type.getRecordComponents()) {
                describe(component.getGenericType(), to.append(component.getName()).append(' '));
            }
            to.append(')');
        } else if (type.isEnum()) {
            to.append(Arrays.toString(type.getEnumConstants()));
        } else if (RecordParser.isPlain(type)) {
            to.append(type.getSimpleName());
        } else {
            throw new IllegalArgumentException("the ledger cannot write " + type);
        }
        to.append(' ');
    }
}
