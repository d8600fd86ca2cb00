package io.wattwire.publish.venus.bus;

import java.util.Objects;
import java.util.function.Function;

/**
 * How one value of a service behaves. Immutable.
 *
 * @param text how a valid value is written for people
 * @param writer who decides about values that others set; null: nobody may
 * @param description for people; may be empty
 * @param min least value that may be written; null: none
 * @param max highest value that may be written; null: none
 * @param standard what it is when nobody sets it; null: nothing
 */
public record BusItem(
        Function<Object, String> text,
        Writer writer,
        String description,
        Object min,
        Object max,
        Object standard) {

    /** Decides about a value that somebody on the bus wants to set. */
    @FunctionalInterface
    public interface Writer {

        /** It is set. */
        int ACCEPTED = 0;

        /** Nobody may write it, or not so. */
        int NOT_WRITABLE = 1;

        /** It is writable, but not to this value or not now. */
        int REFUSED = 2;

        /**
         * Decides, and {@link BusItems#put puts} what is accepted, as far as it is taken. Called on
         * the reading thread of the connection, so it may not wait.
         *
         * @param value a plain value; null for invalid
         * @return {@link #ACCEPTED}, {@link #NOT_WRITABLE} or {@link #REFUSED}
         */
        int write(Object value);
    }

    /**
     * A value that nobody may write.
     *
     * @param text how a valid value is written for people
     * @return its behaviour
     */
    public static BusItem shown(Function<Object, String> text) {
        return new BusItem(text, null, "", null, null, null);
    }

    /**
     * A value that others may write.
     *
     * @param text how a valid value is written for people
     * @param writer who decides about a value
     * @return its behaviour
     */
    public static BusItem writable(Function<Object, String> text, Writer writer) {
        return new BusItem(text, writer, "", null, null, null);
    }

    /**
     * The same with bounds, which are told to those who ask; the writer holds them.
     *
     * @param least that may be written
     * @param most that may be written
     * @param otherwise what it is when nobody sets it
     * @return its behaviour
     */
    public BusItem within(Object least, Object most, Object otherwise) {
        return new BusItem(text, writer, description, least, most, otherwise);
    }

    /**
     * The same with a description.
     *
     * @param words for people
     * @return its behaviour
     */
    public BusItem described(String words) {
        return new BusItem(text, writer, words, min, max, standard);
    }

    String textOf(Object value) {
        return value == null ? "---" : Objects.requireNonNullElse(text.apply(value), "");
    }
}
