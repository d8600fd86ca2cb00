package io.wattwire.device.model;

import java.util.Map;
import java.util.Optional;

/** Whether a point fits the registers that a model has. */
final class PointCheck {
    private final Row row;
    private final Point point;
    private final String model;
    private final Map<String, Register> registers;

    /** Checks a point of one model, with the registers that this model has. */
    PointCheck(Row row, Point point, String model, Map<String, Register> registers) {
        this.row = row;
        this.point = point;
        this.model = model;
        this.registers = registers;
    }

    void check() throws TableException {
        for (String name : point.value().registers()) {
            checkRead(register("value", name));
        }
        Optional<String> lone = point.value().loneRegister();
        if (lone.isPresent()) {
            checkLone(register("value", lone.get()));
        }
        if (point.writable() && !point.writtenByCode()) {
            checkWrite(register("write", point.write()));
        }
    }

    private Register register(String column, String name) throws TableException {
        Register register = registers.get(name);
        if (register == null) {
            String problem =
                    "there is no register %s%s; correct the name, add the register, or narrow the row's models";
            throw row.mistake(
                    column, problem.formatted(name, model.isEmpty() ? "" : " in model " + model));
        }
        return register;
    }

    private void checkRead(Register register) throws TableException {
        if (!register.access().readable()) {
            throw row.mistake(
                    "value", "register " + register.name() + " cannot be read; leave value empty");
        }
        boolean number =
                register.valueKind() == ValueKind.DOUBLE || register.valueKind() == ValueKind.LONG;
        if (!number && point.value().loneRegister().isEmpty()) {
            throw row.mistake(
                    "value",
                    "register "
                            + register.name()
                            + " is no number, so nothing can be computed with it");
        }
    }

    private void checkLone(Register register) throws TableException {
        if (!register.unit().equals(point.unit())) {
            throw row.mistake(
                    "value", units(register) + "; convert it: " + register.name() + " * 1000");
        }
        ValueKind wanted = CommonPoints.find(point.name()).orElseThrow().kind();
        ValueKind kind = register.valueKind();
        boolean widened = wanted == ValueKind.DOUBLE && kind == ValueKind.LONG;
        if (kind != wanted && !widened) {
            String problem = "register %s is a %s, %s a %s; take another register";
            throw row.mistake(
                    "value", problem.formatted(register.name(), kind, point.name(), wanted));
        }
    }

    private void checkWrite(Register register) throws TableException {
        if (!register.access().writable() || register.role() == WriteRole.NEVER) {
            throw row.mistake(
                    "write",
                    "nobody may write register "
                            + register.name()
                            + "; write another register or code");
        }
        if (!register.unit().equals(point.unit())) {
            throw row.mistake("write", units(register) + "; write code and convert there");
        }
        boolean same = point.value().loneRegister().equals(Optional.of(register.name()));
        if (!same && !point.value().registers().isEmpty()) {
            throw row.mistake(
                    "value",
                    "is not the register that is written; write "
                            + register.name()
                            + ", or code in column write");
        }
    }

    private String units(Register register) {
        return "register %s is in '%s', %s in '%s'"
                .formatted(register.name(), register.unit(), point.name(), point.unit());
    }
}
