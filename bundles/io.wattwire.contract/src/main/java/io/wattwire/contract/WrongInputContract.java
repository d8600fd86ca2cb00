package io.wattwire.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.wattwire.device.model.Access;
import io.wattwire.device.model.Encoding;
import io.wattwire.device.model.Identification;
import io.wattwire.device.model.Point;
import io.wattwire.device.model.PointControl;
import io.wattwire.device.model.Presence;
import io.wattwire.device.model.Register;
import io.wattwire.device.model.ValueKind;
import io.wattwire.device.model.Values;
import io.wattwire.device.model.WriteRole;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.eclipse.kura.channel.ChannelRecord;
import org.eclipse.kura.driver.Driver.ConnectionException;
import org.eclipse.kura.type.DoubleValue;
import org.eclipse.kura.type.StringValue;
import org.eclipse.kura.type.TypedValue;
import org.junit.jupiter.api.Test;

/** What a driver does with what should not be: another device, other firmware, absurd commands. */
public interface WrongInputContract extends DriverUnderTest {

    /** So many registers stand for all that may be written. */
    int TRIED = 20;

    /**
     * Another device behind the address is read, but nothing is written to it. One whose blocks are
     * searched for is known by them, and not by registers that could hold something else.
     */
    @Test
    default void aDeviceThatIsNotRecognisedIsNotWrittenTo() throws ConnectionException {
        Optional<Identification> who = family().identification();
        if (who.isEmpty()
                || family().table().registers().stream().anyMatch(r -> !r.block().isNone())) {
            return;
        }
        for (Variant variant : variants()) {
            try (Rig rig = new Rig(this, variant)) {
                variant.table().registers().stream()
                        .filter(register -> who.get().registers().contains(register.name()))
                        .forEach(r -> rig.device.put(r, new int[r.type().words()]));
                Map<String, Object> asking = rig.properties(Rig.DEADLINE_MS);
                asking.put("model", "");
                rig.driver.modified(asking);
                for (ChannelRecord write : usual(variant)) {
                    assertRefused(rig, write);
                }
            }
        }
    }

    /** Writes that a known device would take. */
    private static List<ChannelRecord> usual(Variant variant) {
        List<ChannelRecord> writes = new ArrayList<>();
        variant.table().registers().stream()
                .filter(register -> register.access() != Access.R)
                .filter(register -> register.role() != WriteRole.NEVER)
                .limit(TRIED)
                .forEach(register -> writes.add(Rig.write(register.name(), value(register))));
        writable(variant).forEach(point -> writes.add(Rig.write(point, new DoubleValue(100))));
        return writes;
    }

    private static TypedValue<?> value(Register register) {
        boolean labelled = !register.labels().isEmpty() && register.valueKind() == ValueKind.STRING;
        return labelled
                ? new StringValue(register.labels().values().iterator().next())
                : new DoubleValue(register.min().orElse(0));
    }

    private static Stream<String> writable(Variant variant) {
        return variant.table().points().stream().filter(Point::writable).map(Point::name);
    }

    /** A state that newer firmware has is shown as its number. */
    @Test
    default void aStateThatTheTableDoesNotKnowIsItsNumber() {
        for (Variant variant : variants()) {
            List<Register> states =
                    variant.table().registers().stream()
                            .filter(register -> register.access() != Access.W)
                            .filter(register -> register.type().encoding() == Encoding.ENUM)
                            .filter(register -> unknown(register).isPresent())
                            .filter(r -> family().presences().stream().noneMatch(p -> tells(p, r)))
                            .toList();
            try (Rig rig = new Rig(this, variant)) {
                states.forEach(r -> rig.device.put(r, Patterns.words(r, number(r))));
                List<ChannelRecord> channels =
                        Rig.channels(states.stream().map(Register::name).toList());
                rig.driver.read(channels);
                for (int i = 0; i < states.size(); i++) {
                    ChannelRecord channel = channels.get(i);
                    String name = variant + " " + channel.getChannelName();
                    assertTrue(Rig.good(channel), () -> name + ": " + Rig.problem(channel));
                    assertEquals(
                            String.valueOf(number(states.get(i))),
                            channel.getValue().getValue(),
                            name);
                }
            }
        }
    }

    private static boolean tells(Presence part, Register register) {
        return part.register().equals(register.name());
    }

    private static int number(Register register) {
        return unknown(register).orElseThrow();
    }

    /** A number without a label, where there are labels. */
    private static OptionalInt unknown(Register register) {
        return register.labels().isEmpty()
                ? OptionalInt.empty()
                : IntStream.range(1, 0xFF)
                        .filter(number -> !register.labels().containsKey((long) number))
                        .filter(number -> !register.invalid().contains((long) number))
                        .findFirst();
    }

    /** What is no number, and what no device can do, does not reach the wire. */
    @Test
    default void absurdSetPointsStayOffTheWire() throws ConnectionException {
        for (Variant variant : variants()) {
            for (String point : writable(variant).toList()) {
                try (Rig rig = new Rig(this, variant)) {
                    for (double absurd :
                            new double[] {
                                -1e9, Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY
                            }) {
                        assertRefused(rig, Rig.write(point, new DoubleValue(absurd)));
                    }
                    if (!point.endsWith("_limit")) {
                        assertRefused(rig, Rig.write(point, new DoubleValue(1e9)));
                    }
                }
            }
        }
    }

    /** A limit above what the device can do is held at that, never more. */
    @Test
    default void aLimitBeyondTheRatingIsTheRating() throws ConnectionException {
        for (Variant variant : variants()) {
            for (PointControl control : family().controls()) {
                boolean has =
                        control.models().isEmpty() || control.models().contains(variant.model());
                if (!has || !control.point().endsWith("_limit")) {
                    continue;
                }
                try (Rig rig = new Rig(this, variant)) {
                    Values shown =
                            name -> variant.table().register(name).flatMap(rig.device::shown);
                    double most = control.maximum(shown).orElse(0);
                    ChannelRecord write = Rig.write(control.point(), new DoubleValue(1e9));
                    rig.driver.write(List.of(write));
                    String what = variant + " " + control.point();
                    assertTrue(
                            rig.device.writes() == 0
                                    || control.readBack(shown).orElseThrow() <= most + 1e-6,
                            () -> what + " is above " + most + ": " + control.readBack(shown));
                }
            }
        }
    }

    private static void assertRefused(Rig rig, ChannelRecord write) throws ConnectionException {
        String what = write.getChannelName() + " = " + write.getValue().getValue();
        rig.driver.write(List.of(write));
        assertFalse(Rig.good(write), what + " was taken");
        assertFalse(Rig.problem(write).isBlank(), what);
        assertEquals(0, rig.device.writes(), what + " reached the wire");
    }
}
