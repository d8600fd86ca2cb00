package io.wattwire.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.wattwire.device.model.Access;
import io.wattwire.device.model.Point;
import io.wattwire.device.model.Rate;
import io.wattwire.device.model.Reading;
import io.wattwire.device.model.Register;
import io.wattwire.device.model.WriteRole;
import io.wattwire.device.server.Answer;
import io.wattwire.device.server.ModbusFault;
import io.wattwire.device.session.DeviceSession;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.kura.channel.ChannelRecord;
import org.eclipse.kura.driver.Driver.ConnectionException;
import org.eclipse.kura.driver.PreparedRead;
import org.eclipse.kura.type.DoubleValue;
import org.junit.jupiter.api.Test;

/**
 * What every driver must do on the wire, tried against a simulated device that has just the
 * registers of its table.
 */
public interface WireContract extends DriverUnderTest {

    /** All registers and points of all models can be read. */
    @Test
    default void everyRegisterAndPointCanBeRead() {
        for (Variant variant : variants()) {
            try (Rig rig = new Rig(this, variant)) {
                List<Register> registers = readable(variant);
                List<ChannelRecord> channels =
                        Rig.channels(registers.stream().map(Register::name).toList());
                rig.driver.read(channels);
                for (int i = 0; i < registers.size(); i++) {
                    ChannelRecord channel = channels.get(i);
                    boolean shown = rig.device.shown(registers.get(i)).isPresent();
                    assertEquals(
                            shown,
                            Rig.good(channel),
                            () ->
                                    variant
                                            + " "
                                            + channel.getChannelName()
                                            + ": "
                                            + Rig.problem(channel));
                }
            }
        }
    }

    private static List<Register> readable(Variant variant) {
        return variant.table().registers().stream()
                .filter(register -> register.access() != Access.W)
                .toList();
    }

    /** A point has a value whenever all its registers have one. */
    @Test
    default void everyPointHasAValue() {
        for (Variant variant : variants()) {
            try (Rig rig = new Rig(this, variant)) {
                List<Point> points =
                        variant.table().points().stream()
                                .filter(point -> !point.value().registers().isEmpty())
                                .toList();
                List<ChannelRecord> channels =
                        Rig.channels(points.stream().map(Point::name).toList());
                rig.driver.read(channels);
                for (int i = 0; i < points.size(); i++) {
                    boolean expected = hasValue(rig, variant, points.get(i));
                    ChannelRecord channel = channels.get(i);
                    assertTrue(
                            !expected || Rig.good(channel),
                            () ->
                                    variant
                                            + " "
                                            + channel.getChannelName()
                                            + ": "
                                            + Rig.problem(channel));
                }
            }
        }
    }

    private static boolean hasValue(Rig rig, Variant variant, Point point) {
        return point.value()
                .evaluate(name -> variant.table().register(name).flatMap(rig.device::shown))
                .isPresent();
    }

    /** One address that the device refuses costs no value but its own. */
    @Test
    default void anIllegalAddressCostsOnlyItsOwnValue() {
        Variant variant = variants().get(0);
        try (Rig rig = new Rig(this, variant)) {
            List<Register> registers = readable(variant);
            Register illegal = registers.get(registers.size() / 2);
            rig.device.refuse(illegal);
            List<ChannelRecord> channels =
                    Rig.channels(registers.stream().map(Register::name).toList());
            PreparedRead prepared = rig.driver.prepareRead(channels);
            for (int cycle = 0; cycle < 2; cycle++) {
                execute(prepared);
                for (int i = 0; i < registers.size(); i++) {
                    Register register = registers.get(i);
                    boolean expected =
                            variant.table().withScales(List.of(register.name())).stream()
                                            .noneMatch(needed -> overlap(rig, needed, illegal))
                                    && rig.device.shown(register).isPresent();
                    assertEquals(expected, Rig.good(channels.get(i)), register.name());
                }
            }
        }
    }

    private static boolean overlap(Rig rig, Register a, Register b) {
        return rig.device.unit(a) == rig.device.unit(b)
                && a.kind() == b.kind()
                && a.address() < b.address() + b.type().words()
                && b.address() < a.address() + a.type().words();
    }

    private static void execute(PreparedRead prepared) {
        try {
            prepared.execute();
        } catch (Exception forbidden) {
            throw new AssertionError("nothing may leave execute", forbidden);
        }
    }

    /**
     * A device that says nothing fails its channels by the deadline; the link's health is answered
     * all the same.
     */
    @Test
    default void silenceFailsByTheDeadline() {
        Variant variant = variants().get(0);
        try (Rig rig = new Rig(this, variant)) {
            rig.answer(Answer.silent());
            rig.driver.modified(rig.properties(300));
            List<ChannelRecord> channels =
                    Rig.channels(List.of(readable(variant).get(0).name(), "link_state"));
            PreparedRead prepared = rig.driver.prepareRead(channels);
            assertTimeout(Duration.ofSeconds(10), () -> execute(prepared));
            assertFalse(Rig.good(channels.get(0)));
            assertTrue(Rig.good(channels.get(1)));
        }
    }

    /** A slow value is good between its reads, and stale when three of them failed. */
    @Test
    default void slowValuesGetStaleInTheEnd() {
        Variant variant = variants().get(0);
        AtomicLong clock = new AtomicLong();
        try (Rig rig = new Rig(this, variant);
                DeviceSession session = rig.session(clock::get)) {
            List<String> slow =
                    readable(variant).stream()
                            .filter(register -> register.rate() == Rate.SLOW)
                            .filter(register -> rig.device.shown(register).isPresent())
                            .map(Register::name)
                            .limit(1)
                            .toList();
            DeviceSession.Prepared prepared = session.prepare(slow);
            assertTrue(prepared.read().stream().allMatch(Reading::good));
            rig.answer(Answer.exception(ModbusFault.DEVICE_FAILURE));
            clock.addAndGet(Duration.ofSeconds(29).toNanos());
            assertTrue(prepared.read().stream().allMatch(Reading::good));
            clock.addAndGet(Duration.ofSeconds(2).toNanos());
            assertTrue(prepared.read().stream().allMatch(r -> r.problem().startsWith("stale")));
        }
    }

    /** What the table calls read-only or never to be written does not reach the wire. */
    @Test
    default void whatMayNotBeWrittenStaysOffTheWire() throws ConnectionException {
        for (Variant variant : variants()) {
            try (Rig rig = new Rig(this, variant)) {
                for (Register register : variant.table().registers()) {
                    if (register.access() == Access.R || register.role() == WriteRole.NEVER) {
                        assertRefused(rig, register, 1);
                    }
                }
            }
        }
    }

    /** What is out of range does not reach the wire. */
    @Test
    default void whatIsOutOfRangeStaysOffTheWire() throws ConnectionException {
        for (Variant variant : variants()) {
            try (Rig rig = new Rig(this, variant)) {
                for (Register register : variant.table().registers()) {
                    if (register.access() != Access.R && register.max().isPresent()) {
                        double most = register.max().getAsDouble();
                        assertRefused(rig, register, most + Math.max(1, Math.abs(most)));
                        assertRefused(rig, register, Double.NaN);
                    }
                }
            }
        }
    }

    private static void assertRefused(Rig rig, Register register, double value)
            throws ConnectionException {
        ChannelRecord channel = Rig.write(register.name(), new DoubleValue(value));
        rig.driver.write(List.of(channel));
        assertFalse(Rig.good(channel), register.name() + " took " + value);
        assertFalse(Rig.problem(channel).isBlank(), register.name());
        assertEquals(0, rig.device.writes(), register.name() + " reached the wire");
    }
}
