package io.wattwire.device.model;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Whether the rows of a table fit each other. */
final class TableCheck {

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
                if (Guards.meet(register.models(), sorted.get(j).value().models())) {
                    throw sorted.get(i)
                            .row()
                            .mistake(
                                    "name",
                                    "'"
                                            + register.name()
                                            + "' is already in row "
                                            + sorted.get(j).row().line()
                                            + "; rename it, or give both rows models of their own");
                }
            }
        }
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
            Register first = sorted.get(i).value();
            for (int j = i + 1; j < sorted.size() && touch(first, sorted.get(j).value()); j++) {
                Register second = sorted.get(j).value();
                boolean same =
                        first.address() == second.address()
                                && first.type().words() == second.type().words();
                if (!same
                        && first.service().equals(second.service())
                        && Guards.meet(first.models(), second.models())) {
                    throw sorted.get(j)
                            .row()
                            .mistake(
                                    "address",
                                    second.name()
                                            + " shares a part of its words with "
                                            + first.name()
                                            + " in row "
                                            + sorted.get(i).row().line()
                                            + "; correct address or type, or give both rows models of their own");
                }
            }
        }
    }

    private static boolean touch(Register first, Register second) {
        return first.kind() == second.kind()
                && second.address() < first.address() + first.type().words();
    }

    /** One name must not mean two things. */
    private void commonNames() throws TableException {
        for (Placed<Register> register : registers) {
            String name = register.value().name();
            if (CommonPoints.find(name).isPresent() && !passedOn(register.value())) {
                throw register.row()
                        .mistake(
                                "name",
                                "'"
                                        + name
                                        + "' is a common point; rename the register, or let points.csv have a row "
                                        + name
                                        + " without role and with the value "
                                        + name);
            }
        }
    }

    private boolean passedOn(Register register) {
        return points.stream()
                .map(Placed::value)
                .anyMatch(
                        point ->
                                point.name().equals(register.name())
                                        && point.role().isEmpty()
                                        && point.value()
                                                .loneRegister()
                                                .equals(Optional.of(register.name())));
    }

    private void pointNames() throws TableException {
        for (int i = 0; i < points.size(); i++) {
            Point point = points.get(i).value();
            for (Placed<Point> earlier : points.subList(0, i)) {
                Point other = earlier.value();
                boolean sameRole =
                        point.role().equals(other.role())
                                || point.role().isEmpty()
                                || other.role().isEmpty();
                if (point.name().equals(other.name())
                        && sameRole
                        && Guards.meet(point.models(), other.models())) {
                    throw points.get(i)
                            .row()
                            .mistake(
                                    "name",
                                    "'"
                                            + point.name()
                                            + "' is already in row "
                                            + earlier.row().line()
                                            + "; remove one, or give them roles or models of their own");
                }
            }
        }
    }

    private void pointParts() throws TableException {
        Set<String> models = new TreeSet<>();
        registers.forEach(register -> models.addAll(register.value().models()));
        points.forEach(point -> models.addAll(point.value().models()));
        if (models.isEmpty()) {
            models.add("");
        }
        for (String model : models) {
            List<Register> existing =
                    registers.stream()
                            .map(Placed::value)
                            .filter(register -> register.existsIn(model))
                            .toList();
            for (Placed<Point> point : points) {
                if (point.value().existsIn(model)) {
                    new PointCheck(point.row(), point.value(), model, existing).check();
                }
            }
        }
    }
}
