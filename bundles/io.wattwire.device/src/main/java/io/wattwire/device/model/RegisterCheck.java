package io.wattwire.device.model;

import java.util.HashSet;

/** Whether the columns of one register fit each other. */
final class RegisterCheck {
    private final Row row;
    private final Register register;

    private RegisterCheck(Row row, Register register) {
        this.row = row;
        this.register = register;
    }

    static void check(Row row, Register register) throws TableException {
        RegisterCheck check = new RegisterCheck(row, register);
        check.bits();
        check.unit();
        check.range();
        check.writing();
    }

    private void bits() throws TableException {
        if (register.kind().bits() && register.type().encoding() != Encoding.BOOL) {
            throw row.mistake("type", row.text("type") + " does not fit into one bit; write BOOL");
        }
    }

    /** A number as opposed to a state, a flag or a text. */
    private boolean measured() {
        ValueKind kind = register.valueKind();
        return kind == ValueKind.DOUBLE
                || kind == ValueKind.LONG && register.type().encoding() != Encoding.BITS;
    }

    private void unit() throws TableException {
        if (measured()) {
            var problem = Units.problem(register.name(), register.unit());
            if (problem.isPresent()) {
                throw row.mistake("unit", problem.get());
            }
            return;
        }
        for (String column : new String[] {"unit", "min", "max", "step"}) {
            if (!row.text(column).isEmpty()) {
                throw row.mistake(
                        column, "only numbers have one; leave it empty for " + row.text("type"));
            }
        }
        if (register.scale() != 1 || register.offset() != 0) {
            throw row.mistake(
                    register.scale() != 1 ? "scale" : "offset",
                    "only numbers have one; leave it empty for " + row.text("type"));
        }
    }

    private void range() throws TableException {
        if (register.min().isPresent()
                && register.max().isPresent()
                && register.min().getAsDouble() > register.max().getAsDouble()) {
            throw row.mistake(
                    "min", row.text("min") + " is above max " + row.text("max") + "; swap them");
        }
        if (register.step().isPresent() && register.step().getAsDouble() <= 0) {
            throw row.mistake("step", row.text("step") + " is no step; write a number above 0");
        }
    }

    private void writing() throws TableException {
        if (!register.access().writable()) {
            if (register.role() != WriteRole.NEVER) {
                throw row.mistake(
                        "role",
                        "only what can be written has one; leave it empty or write access RW");
            }
            return;
        }
        if (!register.kind().writable()) {
            throw row.mistake(
                    "access",
                    "nobody can write a register of kind " + row.text("kind") + "; write R");
        }
        if (register.type().half()) {
            throw row.mistake(
                    "access",
                    "half a word cannot be written alone; write R, or use a register of the whole word");
        }
        if (register.role() != WriteRole.NEVER) {
            bounded();
        }
    }

    private void bounded() throws TableException {
        for (String column : new String[] {"min", "max"}) {
            if (measured() && row.text(column).isEmpty()) {
                throw row.mistake(
                        column, "is empty; a number that somebody may write needs min and max");
            }
        }
        if (register.type().encoding() == Encoding.ENUM && register.labels().isEmpty()) {
            throw row.mistake(
                    "labels",
                    "is empty; a state that somebody may write needs the states to choose from");
        }
        if (new HashSet<>(register.labels().values()).size() < register.labels().size()) {
            throw row.mistake(
                    "labels",
                    "has two states of the same name, so that writing is ambiguous; rename one");
        }
    }
}
