package org.eclipse.kura.type;

import org.osgi.annotation.versioning.ProviderType;

/**
 * A value together with its type. Implementations are immutable and order like the value they hold.
 *
 * @param <T> the Java type of the value
 */
@ProviderType
public interface TypedValue<T> extends Comparable<TypedValue<T>> {
    /** {@return the type of the value, never null} */
    DataType getType();

    /** {@return the value, never null} */
    T getValue();
}
