package io.wattwire.device.session;

import io.wattwire.device.model.CommonPoint;
import io.wattwire.device.model.CommonPoints;
import io.wattwire.device.model.Operation;
import io.wattwire.device.model.Point;
import io.wattwire.device.model.PointControl;
import io.wattwire.device.model.Register;
import io.wattwire.device.model.RegisterTable;
import io.wattwire.device.model.ValueKind;
import io.wattwire.device.model.Values;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;

/** All names that one model understands, and what they stand for. Immutable. */
final class Lexicon {

    static final String AGE_SUFFIX = "_age_ms";
    static final String MINIMUM_SUFFIX = "_min";
    static final String STEP_SUFFIX = "_step";

    private final RegisterTable table;
    private final Elsewhere elsewhere;
    private final List<PointControl> controls;
    private final List<Operation> operations;
    private final Map<String, Subject> sources;
    private final Map<String, Object> owners;
    private final long opened;

    /**
     * @param table what the model has
     * @param elsewhere tells what other devices have
     * @param controls sequences of the model
     * @param operations commands in the brand's own words
     * @param sources what needs no register; wins over points of the same name
     * @param owners what the owner says of points: in the place of what the device does not tell,
     *     and as a bound of powers
     * @param opened when the session was opened, monotonic nanoseconds
     */
    Lexicon(
            RegisterTable table,
            Elsewhere elsewhere,
            List<PointControl> controls,
            List<Operation> operations,
            Map<String, Subject> sources,
            Map<String, Object> owners,
            long opened) {
        this.table = table;
        this.elsewhere = elsewhere;
        this.controls = withDirect(controls, table);
        this.operations = List.copyOf(operations);
        this.sources = Map.copyOf(sources);
        this.owners = Map.copyOf(owners);
        this.opened = opened;
    }

    /** Points behind which there is just a number in a register are controls too. */
    private static List<PointControl> withDirect(List<PointControl> coded, RegisterTable table) {
        List<PointControl> all = new ArrayList<>(coded);
        for (Point point : table.points()) {
            if (point.writable() && !point.writtenByCode()) {
                table.register(point.write())
                        .filter(Lexicon::isNumber)
                        .ifPresent(register -> all.add(new DirectControl(point, register)));
            }
        }
        return List.copyOf(all);
    }

    private static boolean isNumber(Register register) {
        return register.valueKind() == ValueKind.DOUBLE || register.valueKind() == ValueKind.LONG;
    }

    RegisterTable table() {
        return table;
    }

    /** What a name stands for; an unknown one says which known one comes nearest. */
    Subject subject(String name) {
        Subject known = sources.get(name);
        if (known == null) {
            known = measured(name);
        }
        if (known == null && name.endsWith(AGE_SUFFIX)) {
            Subject of = measured(name.substring(0, name.length() - AGE_SUFFIX.length()));
            known = of == null ? null : new Subject.OfAge(of, opened);
        }
        return known != null ? known : new Subject.Unknown(name, unknown(name));
    }

    private Subject measured(String name) {
        Subject told = told(name);
        Object said = owners.get(name);
        if (said == null) {
            return told;
        }
        String unit = CommonPoints.find(name).map(CommonPoint::unit).orElse("");
        return told == null
                ? new Subject.OfSource(name, unit, () -> said)
                : new Subject.OrOwners(told, (Number) said);
    }

    private Subject told(String name) {
        Optional<PointControl> control = control(name);
        if (control.isPresent()) {
            return readBack(control.get());
        }
        Optional<Point> point = table.point(name);
        if (point.isPresent()) {
            return new Subject.OfPoint(point.get(), registers(point.get().value().registers()));
        }
        Optional<Register> register = table.register(name);
        if (register.isPresent()) {
            return register(register.get());
        }
        Optional<Operation> operation = operation(name);
        return operation.isPresent() ? operation(operation.get()) : bound(name);
    }

    /** What can only be written is not asked for: it may be a secret, or read as nonsense. */
    private Subject register(Register register) {
        return register.access().readable()
                ? new Subject.OfRegister(register, registers(Set.of(register.name())))
                : new Subject.Unknown(
                        register.name(),
                        register.name() + " can only be written; read another register or point");
    }

    private Subject operation(Operation operation) {
        return operation.readBackRegisters().isEmpty()
                ? new Subject.Unknown(
                        operation.name(),
                        operation.name() + " can only be written; read another register or point")
                : new Subject.OfControl(
                        operation.name(),
                        "",
                        registers(operation.readBackRegisters()),
                        operation.mayBeUnset(),
                        operation::readBack);
    }

    private Subject bound(String name) {
        for (PointControl control : controls) {
            if (name.equals(control.point() + MINIMUM_SUFFIX)) {
                return ofInputs(name, control, control::minimum);
            }
            if (name.equals(control.point() + STEP_SUFFIX)) {
                return ofInputs(name, control, control::step);
            }
        }
        return null;
    }

    private Subject readBack(PointControl control) {
        Set<String> names = new TreeSet<>(control.inputs());
        names.addAll(control.readBackRegisters());
        return new Subject.OfControl(
                control.point(),
                unit(control),
                registers(names),
                control.mayBeUnset(),
                number(control::readBack));
    }

    private Subject ofInputs(
            String name, PointControl control, Function<Values, OptionalDouble> told) {
        Set<Register> registers = registers(control.inputs());
        return new Subject.OfControl(name, unit(control), registers, Set.of(), number(told));
    }

    private static Function<Values, Optional<Object>> number(
            Function<Values, OptionalDouble> told) {
        return values -> {
            OptionalDouble number = told.apply(values);
            return number.isPresent() ? Optional.of(number.getAsDouble()) : Optional.empty();
        };
    }

    String unit(PointControl control) {
        return table.point(control.point()).map(Point::unit).orElse("");
    }

    /** The sequence behind a point of this model. */
    Optional<PointControl> control(String point) {
        return controls.stream().filter(control -> control.point().equals(point)).findFirst();
    }

    /** A command in the brand's own words, of this model. */
    Optional<Operation> operation(String name) {
        return operations.stream().filter(operation -> operation.name().equals(name)).findFirst();
    }

    List<Operation> operations() {
        return operations;
    }

    /** What the owner or the device's type says of points. */
    Set<String> given() {
        return owners.keySet();
    }

    List<PointControl> controls() {
        return controls;
    }

    /** Registers by name, and those that scale them; names that the model lacks are left out. */
    Set<Register> registers(Collection<String> names) {
        return table.withScales(names);
    }

    /** One sentence about a name that nobody knows. */
    String unknown(String name) {
        return elsewhere.reason(name).orElseGet(() -> unheardOf(name));
    }

    private String unheardOf(String name) {
        return elsewhere.family().title()
                + " has no register or point '"
                + name
                + "'"
                + Nearest.to(name, names())
                        .map(near -> "; did you mean '" + near + "'?")
                        .orElse("");
    }

    /** All names but those made by a suffix. */
    Stream<String> names() {
        return Stream.of(
                        table.points().stream().map(Point::name),
                        table.registers().stream().map(Register::name),
                        operations.stream().map(Operation::name),
                        sources.keySet().stream(),
                        owners.keySet().stream())
                .flatMap(names -> names);
    }
}
