package io.wattwire.device.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Turns rows of {@code registers.csv} into registers, and checks each by itself. */
final class RegisterRows {
    static final List<String> COLUMNS =
            List.of(
                    "name",
                    "service",
                    "block",
                    "kind",
                    "address",
                    "type",
                    "word_order",
                    "scale",
                    "offset",
                    "unit",
                    "invalid",
                    "rate",
                    "access",
                    "min",
                    "max",
                    "step",
                    "role",
                    "storage",
                    "expiry",
                    "min_interval",
                    "models",
                    "labels",
                    "place",
                    "note");
    static final Set<String> MANDATORY = Set.of("name", "address", "type");

    private RegisterRows() {}

    static Register register(Row row) throws TableException {
        String name = row.required("name");
        var problem = Names.problem(name);
        if (problem.isPresent()) {
            throw row.mistake("name", problem.get());
        }
        if (Area.of(row.required("address")).isEmpty()) {
            row.required("kind");
        }
        Register register = build(row, name);
        RegisterCheck.check(row, register);
        return register;
    }

    private static Register build(Row row, String name) throws TableException {
        ValueType type = type(row);
        try {
            return new Register(
                    name,
                    row.text("service"),
                    block(row),
                    kind(row),
                    address(row, type),
                    type,
                    scaleBy(row).isEmpty() ? scale(row) : 1,
                    scaleBy(row),
                    row.number("offset").orElse(0),
                    row.text("unit"),
                    invalid(row, type),
                    row.constant("rate", Rate.class, Rate.SLOW),
                    row.constant("access", Access.class, Access.R),
                    row.number("min"),
                    row.number("max"),
                    row.number("step"),
                    row.constant("role", WriteRole.class, WriteRole.NEVER),
                    row.constant("storage", Storage.class, Storage.FLASH),
                    row.seconds("expiry"),
                    row.seconds("min_interval"),
                    row.words("models"),
                    labels(row, type),
                    row.text("place"),
                    row.text("note"));
        } catch (IllegalArgumentException e) {
            throw row.mistake("", e.getMessage());
        }
    }

    private static ValueType type(Row row) throws TableException {
        WordOrder order = row.constant("word_order", WordOrder.class, WordOrder.BIG);
        try {
            return ValueType.parse(row.required("type"), order);
        } catch (IllegalArgumentException e) {
            throw row.mistake("type", e.getMessage());
        }
    }

    private static RegisterKind kind(Row row) throws TableException {
        Area area = Area.of(row.text("address")).orElse(null);
        if (area == null) {
            return row.constant("kind", RegisterKind.class, null);
        }
        if (!row.text("kind").isEmpty()) {
            throw row.mistake("kind", "the address says it already; leave it empty");
        }
        return area.kind();
    }

    private static long named(Row row, Area area) throws TableException {
        long place = row.whole("address", area.place(row.text("address")));
        if (!area.has(place)) {
            throw row.mistake("address", place + " is no place there; write " + area.range());
        }
        return area.address(place);
    }

    private static int address(Row row, ValueType type) throws TableException {
        String text = row.required("address");
        Area area = Area.of(text).orElse(null);
        long address = area == null ? row.whole("address", text) : named(row, area);
        if (address < 0 || address > 0x10000 - type.words()) {
            throw row.mistake(
                    "address",
                    address + " leaves the address space; write 0 to " + (0x10000 - type.words()));
        }
        return (int) address;
    }

    private static BlockRef block(Row row) throws TableException {
        try {
            return BlockRef.parse(row.text("block"));
        } catch (IllegalArgumentException e) {
            throw row.mistake("block", e.getMessage());
        }
    }

    /** The name of a register in the place of a number. */
    private static String scaleBy(Row row) {
        String text = row.text("scale");
        return Names.problem(text).isEmpty() ? text : "";
    }

    private static double scale(Row row) throws TableException {
        double scale = row.number("scale").orElse(1);
        if (scale == 0) {
            throw row.mistake("scale", "0 makes every value 0; write 1 for none");
        }
        return scale;
    }

    private static List<Long> invalid(Row row, ValueType type) throws TableException {
        List<Long> markers = new ArrayList<>();
        for (String text : row.words("invalid")) {
            long marker = row.whole("invalid", text);
            long beyond = marker & ~type.widthMask();
            boolean signExtended = marker < 0 && beyond == ~type.widthMask();
            if (!type.numeric() || beyond != 0 && !signExtended) {
                throw row.mistake(
                        "invalid",
                        "'" + text + "' is no pattern of a " + row.text("type") + "; leave it out");
            }
            markers.add(marker);
        }
        return markers;
    }

    private static SortedMap<Long, String> labels(Row row, ValueType type) throws TableException {
        SortedMap<Long, String> labels = new TreeMap<>();
        String text = row.text("labels");
        for (String label : text.isEmpty() ? new String[0] : text.split("\\|")) {
            int equals = label.indexOf('=');
            if (equals < 1 || label.substring(equals + 1).isBlank()) {
                throw row.mistake("labels", "'" + label + "' is no label; write 0=off|1=on");
            }
            long key = row.whole("labels", label.substring(0, equals).strip());
            if (labels.put(key, label.substring(equals + 1).strip()) != null) {
                throw row.mistake("labels", "has " + key + " twice; remove one");
            }
        }
        checkKeys(row, type, labels);
        return labels;
    }

    private static void checkKeys(Row row, ValueType type, Map<Long, String> labels)
            throws TableException {
        for (long key : labels.keySet()) {
            boolean bit = type.encoding() == Encoding.BITS;
            boolean fits = bit ? key >= 0 && key < 16L * type.words() : fits(type, key);
            if (!fits) {
                throw row.mistake(
                        "labels",
                        key + " is no " + (bit ? "bit" : "value") + " of a " + row.text("type"));
            }
        }
    }

    private static boolean fits(ValueType type, long key) {
        try {
            type.encode(key);
            return type.numeric() && type.encoding() != Encoding.BOOL;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
