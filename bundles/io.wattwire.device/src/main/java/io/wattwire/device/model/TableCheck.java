package io.wattwire.device.model;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Whether the rows of a table fit each other. */
final class TableCheck {
    private static final int MOST_MODELS = 200;

    /** Something and the row it came from. */
    record Placed<T>(Row row, T value) {}

    private final List<Placed<Register>> registers;
    private final List<Placed<Point>> points;

    private TableCheck(List<Placed<Register>> registers, List<Placed<Point>> points) {
        this.registers = registers;
        this.points = points;
    }

    static void check(List<Placed<Register>> registers, List<Placed<Point>> points)
            throws TableException {
        TableCheck check = new TableCheck(registers, points);
        check.names();
        check.overlaps();
        check.scales();
        check.commonNames();
        check.pointNames();
        check.pointParts();
    }

    private void names() throws TableException {
        List<Placed<Register>> sorted = sorted(Comparator.comparing(Register::name));
        for (int i = 0; i < sorted.size(); i++) {
            Register register = sorted.get(i).value();
            for (int j = i - 1;
                    j >= 0 && sorted.get(j).value().name().equals(register.name());
                    j--) {
                Register earlier = sorted.get(j).value();
                if (register.block().meets(earlier.block())
                        && Guards.meet(register.models(), earlier.models())) {
                    throw sorted.get(i)
                            .row()
                            .mistake(
                                    "name",
                                    doubled(register.name(), sorted.get(j).row(), "models"));
                }
            }
        }
    }

    private static String doubled(String name, Row earlier, String guards) {
        return "'%s' is already in row %d; remove one, or give both %s of their own"
                .formatted(name, earlier.line(), guards);
    }

    private List<Placed<Register>> sorted(Comparator<Register> order) {
        return registers.stream()
                .sorted(Comparator.<Placed<Register>, Register>comparing(Placed::value, order))
                .toList();
    }

    /**
     * Two views of the same words are fine; words shared in part are a wrong address or a wrong
     * type.
     */
    private void overlaps() throws TableException {
        List<Placed<Register>> sorted =
                sorted(Comparator.comparing(Register::kind).thenComparing(Register::address));
        for (int i = 0; i < sorted.size(); i++) {
            Placed<Register> first = sorted.get(i);
            for (int j = i + 1;
                    j < sorted.size() && touch(first.value(), sorted.get(j).value());
                    j++) {
                Placed<Register> second = sorted.get(j);
                if (collide(first.value(), second.value())) {
                    String problem =
                            "%s shares a part of its words with %s in row %d; correct address or type, or give both models of their own";
                    throw second.row()
                            .mistake(
                                    "address",
                                    problem.formatted(
                                            second.value().name(),
                                            first.value().name(),
                                            first.row().line()));
                }
            }
        }
    }

    private static boolean touch(Register first, Register second) {
        return first.kind() == second.kind()
                && second.address() < first.address() + first.type().words();
    }

    private static boolean collide(Register first, Register second) {
        boolean same =
                first.address() == second.address()
                        && first.type().words() == second.type().words();
        return !same
                && first.service().equals(second.service())
                && first.block().meets(second.block())
                && Guards.meet(first.models(), second.models());
    }

    /** A scale is told by a power of ten in the same block. */
    private void scales() throws TableException {
        for (Placed<Register> register : registers) {
            String scale = register.value().scaleBy();
            boolean told =
                    scale.isEmpty()
                            || registers.stream()
                                    .map(Placed::value)
                                    .anyMatch(other -> tells(other, scale, register.value()));
            if (!told) {
                throw register.row()
                        .mistake(
                                "scale",
                                "'"
                                        + scale
                                        + "' is not a number, nor a register of the same block that tells"
                                        + " a power of ten; write 0.1, or the name of one");
            }
        }
    }

    private static boolean tells(Register other, String scale, Register register) {
        return other.name().equals(scale)
                && other.block().equals(register.block())
                && other.scaleBy().isEmpty()
                && other.unit().isEmpty()
                && other.valueKind() == ValueKind.DOUBLE;
    }

    /** One name must not mean two things. */
    private void commonNames() throws TableException {
        for (Placed<Register> register : registers) {
            String name = register.value().name();
            if (CommonPoints.find(name).isPresent() && !passedOn(name)) {
                String problem =
                        "'%1$s' is a common point; rename the register, or let points.csv have a row %1$s without role and with the value %1$s";
                throw register.row().mistake("name", problem.formatted(name));
            }
        }
    }

    private boolean passedOn(String name) {
        return points.stream()
                .map(Placed::value)
                .anyMatch(
                        point ->
                                point.name().equals(name)
                                        && point.role().isEmpty()
                                        && point.value().loneRegister().equals(Optional.of(name)));
    }

    private void pointNames() throws TableException {
        for (int i = 0; i < points.size(); i++) {
            Placed<Point> point = points.get(i);
            for (Placed<Point> earlier : points.subList(0, i)) {
                if (collide(point.value(), earlier.value())) {
                    throw point.row()
                            .mistake(
                                    "name",
                                    doubled(
                                            point.value().name(),
                                            earlier.row(),
                                            "roles or models"));
                }
            }
        }
    }

    private static boolean collide(Point point, Point other) {
        boolean sameRole =
                point.role().equals(other.role())
                        || point.role().isEmpty()
                        || other.role().isEmpty();
        return point.name().equals(other.name())
                && sameRole
                && Guards.meet(point.models(), other.models());
    }

    private void pointParts() throws TableException {
        for (String model : models()) {
            Map<String, Register> existing =
                    registers.stream()
                            .map(Placed::value)
                            .filter(register -> register.existsIn(model))
                            .collect(
                                    Collectors.toMap(
                                            Register::name,
                                            Function.identity(),
                                            (first, other) -> first));
            for (Placed<Point> point : points) {
                if (point.value().existsIn(model)) {
                    new PointCheck(point.row(), point.value(), model, existing).check();
                }
            }
        }
    }

    /** All that the guards name; one without a name where there are no guards. */
    private Set<String> models() throws TableException {
        Set<String> models = new TreeSet<>();
        registers.forEach(register -> models.addAll(register.value().models()));
        points.forEach(point -> models.addAll(point.value().models()));
        if (models.size() > MOST_MODELS) {
            throw registers
                    .get(0)
                    .row()
                    .mistake(
                            "models",
                            "the table names more than " + MOST_MODELS + " models; split it");
        }
        return models.isEmpty() ? Set.of("") : models;
    }
}
