package io.wattwire.device.model;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a register is in the JSON documents of a device with an HTTP interface, as the column
 * {@code place} says it: where it is read, where it is written, or both with a semicolon between.
 *
 * @param read where it is read
 * @param written where it is written
 * @param whole whether writing sends the whole document back with one member changed
 */
record JsonPlace(Optional<Field> read, Optional<Field> written, boolean whole) {

    /**
     * A member of a document.
     *
     * @param path of the document
     * @param names of members, from the outside to the inside
     * @param guard name of the member that must have a certain value; empty for none
     * @param guardValue that value
     */
    record Field(String path, List<String> names, String guard, String guardValue) {

        Field {
            names = List.copyOf(names);
        }

        /** The value in a document; null when it is not there or does not count. */
        Object in(Map<String, Object> document) {
            boolean counts =
                    guard.isEmpty() || guardValue.equals(String.valueOf(document.get(guard)));
            Object value = counts ? document : null;
            for (String name : names) {
                value = value instanceof Map<?, ?> members ? members.get(name) : null;
            }
            return value;
        }

        /** Puts a value into a document, and what is around it. */
        void put(Map<String, Object> document, Object value) {
            Map<String, Object> members = document;
            for (String name : names.subList(0, names.size() - 1)) {
                members = inside(members, name);
            }
            members.put(names.get(names.size() - 1), value);
        }

        @SuppressWarnings("unchecked") // what Json makes of an object has names of text
        private static Map<String, Object> inside(Map<String, Object> members, String name) {
            Object there = members.get(name);
            if (!(there instanceof Map)) {
                there = new LinkedHashMap<String, Object>();
                members.put(name, there);
            }
            return (Map<String, Object>) there;
        }
    }

    private static final Pattern PART =
            Pattern.compile(
                    "(GET|POST|EDIT) (/[!-~]+) ([A-Za-z0-9_.]+)(?: ([A-Za-z0-9_]+)=(\\S+))?");

    /**
     * Reads a place: {@code GET /api/status battery.power}; behind that what another member must be
     * for the value to count, {@code state=OK}; {@code POST} for a member that is written as the
     * only one, {@code EDIT} for one that is read, and written with all others of its document.
     *
     * @throws IllegalArgumentException if it has another form
     */
    static JsonPlace parse(String text) {
        Optional<Field> read = Optional.empty();
        Optional<Field> written = Optional.empty();
        boolean whole = false;
        for (String part : text.split(";")) {
            Matcher matcher = PART.matcher(part.strip());
            if (!matcher.matches()) {
                throw new IllegalArgumentException(
                        "'"
                                + part.strip()
                                + "' is no place in a document; write GET, POST or EDIT, a path and the"
                                + " names of the members: GET /api/status battery.power");
            }
            Optional<Field> field = Optional.of(field(matcher));
            whole |= matcher.group(1).equals("EDIT");
            read = matcher.group(1).equals("POST") ? read : field;
            written = matcher.group(1).equals("GET") ? written : field;
        }
        return new JsonPlace(read, written, whole);
    }

    private static Field field(Matcher matcher) {
        return new Field(
                matcher.group(2),
                List.of(matcher.group(3).split("\\.")),
                matcher.group(4) == null ? "" : matcher.group(4),
                matcher.group(5) == null ? "" : matcher.group(5));
    }
}
