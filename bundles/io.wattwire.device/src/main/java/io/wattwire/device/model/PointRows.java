package io.wattwire.device.model;

import java.util.List;
import java.util.Set;

/** Turns rows of {@code points.csv} into points, and checks each by itself. */
final class PointRows {
    static final List<String> COLUMNS =
            List.of("name", "role", "value", "unit", "write", "models", "note");
    static final Set<String> MANDATORY = Set.of("name", "value");

    private PointRows() {}

    static Point point(Row row) throws TableException {
        String name = row.required("name");
        CommonPoint word =
                CommonPoints.find(name)
                        .orElseThrow(
                                () ->
                                        row.mistake(
                                                "name",
                                                "'"
                                                        + name
                                                        + "' is no common point; take one of the vocabulary"));
        checkUnit(row, word);
        checkHealth(row, word);
        return new Point(
                name,
                word.unit(),
                role(row),
                value(row),
                write(row, word),
                row.words("models"),
                row.text("note"));
    }

    private static void checkUnit(Row row, CommonPoint word) throws TableException {
        String unit = row.text("unit");
        if (!unit.isEmpty() && !unit.equals(word.unit())) {
            throw row.mistake(
                    "unit",
                    word.unit().isEmpty()
                            ? word.name() + " has no unit; leave it empty"
                            : word.name()
                                    + " is in "
                                    + word.unit()
                                    + ", not in '"
                                    + unit
                                    + "'; convert it in value");
        }
    }

    private static void checkHealth(Row row, CommonPoint word) throws TableException {
        if (Names.problem(word.name()).isPresent()) {
            throw row.mistake(
                    "name",
                    word.name()
                            + " tells the health of the link and is always there; remove the row");
        }
    }

    private static String role(Row row) throws TableException {
        MeterRole role = row.constant("role", MeterRole.class, null);
        return role == null ? "" : role.text();
    }

    private static Expression value(Row row) throws TableException {
        String text = row.text("value");
        if (text.isEmpty() && !row.text("write").isEmpty()) {
            return Expression.none();
        }
        try {
            return Expression.parse(text);
        } catch (IllegalArgumentException e) {
            throw row.mistake("value", e.getMessage());
        }
    }

    private static String write(Row row, CommonPoint word) throws TableException {
        String write = row.text("write");
        if (!write.isEmpty() && !word.writable()) {
            throw row.mistake(
                    "write", word.name() + " cannot be commanded in any brand; leave it empty");
        }
        return write;
    }
}
