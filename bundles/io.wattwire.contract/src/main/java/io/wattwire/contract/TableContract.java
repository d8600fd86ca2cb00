package io.wattwire.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.wattwire.device.model.Access;
import io.wattwire.device.model.Point;
import io.wattwire.device.model.PointControl;
import io.wattwire.device.model.Register;
import io.wattwire.device.model.RegisterWrite;
import io.wattwire.device.model.ValueKind;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the tables of every driver must be. */
public interface TableContract extends DriverUnderTest {

    /** A device without registers is no device, and a name means one thing in each model. */
    @Test
    default void eachModelHasRegistersAndNoNameTwice() {
        for (Variant variant : variants()) {
            Set<String> names = new HashSet<>();
            assertFalse(variant.table().registers().isEmpty(), variant + " has no registers");
            Stream.concat(
                            variant.table().registers().stream().map(Register::name),
                            variant.table().points().stream()
                                    .filter(point -> !isAlias(point))
                                    .map(Point::name))
                    .forEach(name -> assertTrue(names.add(name), variant + " has twice " + name));
        }
    }

    private static boolean isAlias(Point point) {
        return point.value().loneRegister().filter(point.name()::equals).isPresent();
    }

    /** Values at the ends of the range go to the device and come back as they were. */
    @Test
    default void whatMayBeWrittenComesBackAsItWas() {
        for (Register register : registers()) {
            if (register.access() == Access.R) {
                continue;
            }
            for (Object value : writable(register)) {
                int[] words = register.encode(value);
                assertEquals(Optional.of(value), register.decode(words), register.name());
            }
        }
    }

    private static List<Object> writable(Register register) {
        if (!register.labels().isEmpty() && register.valueKind() == ValueKind.STRING) {
            return List.copyOf(register.labels().values());
        }
        return Stream.of(register.min(), register.max())
                .filter(OptionalDouble::isPresent)
                .map(bound -> (Object) bound.getAsDouble())
                .toList();
    }

    /** What a device shows is read, and what is read would be shown so again. */
    @Test
    default void whatIsReadRoundTrips() {
        for (Register register : registers()) {
            for (int[] words : Patterns.of(register)) {
                register.decode(words)
                        .filter(value -> isNamed(register, value))
                        .ifPresent(
                                value -> {
                                    int[] again = register.encodeNearest(value);
                                    assertEquals(
                                            Optional.of(value),
                                            register.decode(again),
                                            register.name());
                                });
            }
        }
    }

    /** Numbers of states that the table does not name are shown, but not taken. */
    private static boolean isNamed(Register register, Object value) {
        return register.labels().isEmpty()
                || register.valueKind() != ValueKind.STRING
                || register.labels().containsValue(value);
    }

    /** What ends a set-point must be there to be written when nothing else is known. */
    @Test
    default void whatLetsGoCanBeWritten() {
        for (PointControl control : family().controls()) {
            for (RegisterWrite write : control.letGo(name -> Optional.empty())) {
                Register register =
                        family().table()
                                .register(write.register())
                                .orElseThrow(() -> new AssertionError("no " + write.register()));
                assertTrue(register.access() != Access.R, register.name() + " is read-only");
                register.encode(write.value());
            }
        }
    }

    /** A device's mark for "no value" never looks like one. */
    @Test
    default void invalidMarksAreNoValues() {
        for (Register register : registers()) {
            for (long mark : register.invalid()) {
                int[] words = Patterns.words(register, mark);
                assertEquals(Optional.empty(), register.decode(words), register.name());
            }
        }
    }

    /** A number beyond its range is refused by the table already. */
    @Test
    default void whatIsOutOfRangeIsRefused() {
        for (Register register : registers()) {
            if (register.access() == Access.R || register.max().isEmpty()) {
                continue;
            }
            register.max()
                    .ifPresent(max -> assertRefused(register, max + Math.max(1, Math.abs(max))));
            register.min()
                    .ifPresent(min -> assertRefused(register, min - Math.max(1, Math.abs(min))));
            assertRefused(register, Double.NaN);
            assertRefused(register, Double.POSITIVE_INFINITY);
        }
    }

    private static void assertRefused(Register register, double value) {
        IllegalArgumentException refusal =
                assertThrows(
                        IllegalArgumentException.class,
                        () -> register.encode(value),
                        () -> register.name() + " took " + value);
        assertTrue(refusal.getMessage().contains(register.name()), refusal.getMessage());
    }

    private List<Register> registers() {
        return family().table().registers().stream().map(Patterns::inScale).toList();
    }
}
