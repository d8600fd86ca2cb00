package io.wattwire.device.session;

import io.wattwire.device.model.Access;
import io.wattwire.device.model.FailSafeClass;
import io.wattwire.device.model.Point;
import io.wattwire.device.model.PointControl;
import io.wattwire.device.model.Register;
import io.wattwire.device.model.RegisterWrite;
import io.wattwire.device.model.Storage;
import io.wattwire.device.model.Values;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;

/** A writable point that is just one register: the shortest of all sequences. */
record DirectControl(Point target, Register register) implements PointControl {

    @Override
    public String point() {
        return target.name();
    }

    @Override
    public FailSafeClass failSafeClass() {
        return register.expiry().isZero() ? FailSafeClass.C : FailSafeClass.A;
    }

    @Override
    public String failSafeNote() {
        return register.expiry().isZero()
                ? "the device keeps the last value"
                : "the device forgets the value after " + register.expiry().toSeconds() + " s";
    }

    @Override
    public Set<String> inputs() {
        return Set.of();
    }

    @Override
    public OptionalDouble step(Values known) {
        return register.step();
    }

    @Override
    public OptionalDouble minimum(Values known) {
        return register.min();
    }

    @Override
    public OptionalDouble maximum(Values known) {
        return register.max();
    }

    @Override
    public List<RegisterWrite> commands(double wanted, Values known) {
        boolean spare = register.storage() == Storage.FLASH;
        return List.of(new RegisterWrite(register.name(), wanted, spare));
    }

    @Override
    public OptionalDouble readBack(Values known) {
        return target.value().evaluate(known).orElse(null) instanceof Number number
                ? OptionalDouble.of(number.doubleValue())
                : OptionalDouble.empty();
    }

    @Override
    public Set<String> readBackRegisters() {
        return target.value().registers();
    }

    @Override
    public Set<String> saved() {
        return register.access() == Access.W ? Set.of() : Set.of(register.name());
    }

    /** A battery goes back to what it does by itself; a limit never does. */
    @Override
    public boolean handsBack() {
        return point().startsWith("battery_");
    }

    @Override
    public List<RegisterWrite> letGo(Values known) {
        boolean allowed = register.min().orElse(0) <= 0 && register.max().orElse(0) >= 0;
        return allowed ? commands(0, known) : List.of();
    }
}
