package io.wattwire.publish;

/** What of a wire record's values can be told to others. */
public final class RecordValues {

    private RecordValues() {}

    /**
     * Gives a value in the type in which it is told.
     *
     * @param value of a property, null for none
     * @param longestText how much of a text is kept
     * @return a finite {@link Double}, a {@link Long}, a {@link Boolean} or a {@link String}; null
     *     where there is nothing to tell
     */
    public static Object plain(Object value, int longestText) {
        if (value instanceof Double || value instanceof Float) {
            double number = ((Number) value).doubleValue();
            return Double.isFinite(number) ? number : null;
        }
        if (value instanceof Number whole) {
            return whole.longValue();
        }
        if (value instanceof String text) {
            return text.length() <= longestText ? text : text.substring(0, longestText);
        }
        return value instanceof Boolean ? value : null;
    }
}
