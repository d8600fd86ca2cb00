package io.wattwire.device.model;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Whether the parts of a family fit each other. A driver that ships a mistake must not get past its
 * first test.
 */
final class FamilyCheck {
    private static final Set<String> LIMITS = Set.of("inverter_power_limit", "grid_export_limit");

    private final DeviceFamily family;
    private final Set<String> models;

    private FamilyCheck(DeviceFamily family) {
        this.family = family;
        this.models = family.models().stream().map(Model::name).collect(Collectors.toSet());
    }

    static void check(DeviceFamily family) {
        FamilyCheck check = new FamilyCheck(family);
        check.models();
        check.roles();
        check.identification();
        check.blocks();
        check.services();
        check.layout();
        check.presences();
        for (Model model : family.models()) {
            check.controls(model.name());
            check.pointRegisters(model.name());
            check.operations(model.name());
        }
    }

    private void require(boolean holds, String problem) {
        if (!holds) {
            throw new IllegalStateException("family " + family.name() + ": " + problem);
        }
    }

    private void models() {
        require(models.size() == family.models().size(), "two models have the same name");
        Set<String> named = new HashSet<>();
        family.table().registers().forEach(register -> named.addAll(register.models()));
        family.table().points().forEach(point -> named.addAll(point.models()));
        family.controls().forEach(control -> named.addAll(control.models()));
        family.operations().forEach(operation -> named.addAll(operation.models()));
        named.removeAll(models);
        require(
                named.isEmpty(),
                "tables or controls name models " + named + "; the family has " + models);
    }

    private void roles() {
        boolean roles = family.table().points().stream().anyMatch(point -> !point.role().isEmpty());
        require(family.meter() == roles, "points have roles exactly when the family is a meter");
    }

    private void identification() {
        List<String> needed =
                family.identification().map(Identification::registers).orElse(List.of());
        needed.forEach(name -> requireRegister(family.table(), "identification", name));
    }

    private void requireRegister(RegisterTable table, String who, String name) {
        require(
                table.register(name).isPresent(),
                who + " needs register " + name + ", which is not in the table");
    }

    private void presences() {
        family.presences()
                .forEach(part -> requireRegister(family.table(), "presence", part.register()));
    }

    /** A register that no block may hold would be read against the device's rules. */
    private void blocks() {
        for (Register register : family.table().registers()) {
            int from = register.address();
            int to = from + register.type().words();
            require(
                    to - from <= family.rules().most(register.kind()),
                    "register " + register.name() + " is longer than a block");
            require(
                    family.rules().borders().stream()
                            .noneMatch(border -> from < border && border < to),
                    "register " + register.name() + " lies across a border of blocks");
        }
    }

    private void layout() {
        boolean relative = family.table().registers().stream().anyMatch(r -> !r.block().isNone());
        require(
                relative == family.layout().isPresent(),
                "registers lie in blocks exactly when the family has a layout to find them");
    }

    private void services() {
        Set<String> declared =
                family.services().stream().map(Service::name).collect(Collectors.toSet());
        require(declared.size() == family.services().size(), "two services have the same name");
        require(
                !declared.contains("read") && !declared.contains("control"),
                "a service cannot be called read or control: assets have these names");
        Set<String> used =
                family.table().registers().stream()
                        .map(Register::service)
                        .collect(Collectors.toSet());
        used.remove("");
        used.removeAll(declared);
        require(
                used.isEmpty(),
                "the table names services " + used + "; declare them, the family has " + declared);
        overlaps();
    }

    /** What the table takes for different places because the services differ may be one place. */
    private void overlaps() {
        List<Register> sorted =
                family.table().registers().stream()
                        .sorted(
                                Comparator.comparing(this::unit)
                                        .thenComparing(Register::kind)
                                        .thenComparing(Register::address))
                        .toList();
        for (int i = 0; i < sorted.size(); i++) {
            Register first = sorted.get(i);
            for (int j = i + 1; j < sorted.size() && touch(first, sorted.get(j)); j++) {
                Register second = sorted.get(j);
                boolean view =
                        first.address() == second.address()
                                && first.type().words() == second.type().words();
                require(
                        view
                                || !first.block().meets(second.block())
                                || !Guards.meet(first.models(), second.models()),
                        "registers "
                                + first.name()
                                + " and "
                                + second.name()
                                + " share a part of their words on one unit id; correct an"
                                + " address or a type, or give their services unit ids of their"
                                + " own");
            }
        }
    }

    private boolean touch(Register first, Register second) {
        return unit(first).equals(unit(second))
                && first.kind() == second.kind()
                && second.address() < first.address() + first.type().words();
    }

    /** Where a register is when the owner says nothing; services without unit id stay apart. */
    private String unit(Register register) {
        return family.service(register.service())
                .filter(service -> !service.sameUnit())
                .map(
                        service ->
                                service.unit().isPresent()
                                        ? String.valueOf(service.unit().getAsInt())
                                        : service.name())
                .orElse("");
    }

    private void pointRegisters(String model) {
        RegisterTable table = family.table().forModel(model);
        for (Point point : table.points()) {
            String who = "point " + point.name() + " of model " + model;
            point.value().registers().forEach(name -> requireRegister(table, who, name));
            if (point.writtenByCode()) {
                long controls =
                        family.controls().stream()
                                .filter(
                                        control ->
                                                control.point().equals(point.name())
                                                        && Guards.allow(control.models(), model))
                                .count();
                require(
                        controls == 1,
                        who + " is written by code and has " + controls + " controls; give it one");
            } else if (point.writable()) {
                requireRegister(table, who, point.write());
            }
        }
    }

    private void controls(String model) {
        RegisterTable table = family.table().forModel(model);
        for (PointControl control : family.controls()) {
            if (Guards.allow(control.models(), model)) {
                String who = "control of " + control.point() + " of model " + model;
                require(
                        table.points().stream()
                                .anyMatch(
                                        point ->
                                                point.name().equals(control.point())
                                                        && point.writtenByCode()),
                        who + ": points.csv has no such point with write code");
                require(
                        !control.handsBack() || !LIMITS.contains(control.point()),
                        who + " hands a limit back; a failure must not raise one");
                control.inputs().forEach(name -> requireRegister(table, who, name));
                control.readBackRegisters().forEach(name -> requireRegister(table, who, name));
                control.saved().forEach(name -> requireRegister(table, who, name));
            }
        }
    }

    private void operations(String model) {
        RegisterTable table = family.table().forModel(model);
        Set<String> names = new HashSet<>();
        for (Operation operation : family.operations(model)) {
            String name = operation.name();
            String who = "operation " + name + " of model " + model;
            require(Names.problem(name).isEmpty(), who + " is no name");
            require(names.add(name), who + " is there twice");
            require(
                    table.register(name).isEmpty() && table.point(name).isEmpty(),
                    who + " is a register or point too");
            require(operation.role() != WriteRole.NEVER, who + " is for nobody");
            operation.inputs().forEach(register -> requireRegister(table, who, register));
            operation
                    .readBackRegisters()
                    .forEach(register -> requireRegister(table, who, register));
        }
    }
}
