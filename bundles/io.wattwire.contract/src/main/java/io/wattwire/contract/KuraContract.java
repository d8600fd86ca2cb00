package io.wattwire.contract;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.wattwire.device.driver.TableDriver;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.kura.KuraErrorCode;
import org.eclipse.kura.KuraRuntimeException;
import org.eclipse.kura.channel.ChannelRecord;
import org.eclipse.kura.configuration.ConfigurableComponent;
import org.eclipse.kura.core.configuration.metatype.Tad;
import org.eclipse.kura.driver.Driver;
import org.eclipse.kura.driver.Driver.ConnectionException;
import org.eclipse.kura.driver.PreparedRead;
import org.eclipse.kura.type.DataType;
import org.eclipse.kura.type.DoubleValue;
import org.junit.jupiter.api.Test;

/**
 * What Kura demands of every driver, most of it without ever saying so: a breach fails in silence
 * or stops other components.
 */
public interface KuraContract extends DriverUnderTest {

    /** Kura casts what it gets to a list of just this class. */
    @Test
    default void theChannelDescriptorIsAListOfTads() {
        List<?> descriptor =
                assertInstanceOf(List.class, driver().getChannelDescriptor().getDescriptor());
        assertFalse(descriptor.isEmpty());
        for (Object option : descriptor) {
            Tad tad = assertInstanceOf(Tad.class, option);
            assertFalse(tad.getId().startsWith("+") || tad.getId().contains("#"), tad.getId());
            assertFalse(tad.isRequired(), "a required option is written into each channel");
        }
    }

    /** An asset takes the fast way only when it gets its own list back. */
    @Test
    default void executeReturnsTheListThatWasPrepared() throws Exception {
        try (Rig rig = new Rig(this, variants().get(0))) {
            List<ChannelRecord> channels = Rig.channels(List.of("link_state"));
            PreparedRead prepared = rig.driver.prepareRead(channels);
            assertSame(channels, prepared.getChannelRecords());
            assertSame(channels, prepared.execute());
            prepared.close();
        }
    }

    /** An Error that left a driver would hang Kura's timer and all assets on it. */
    @Test
    default void notEvenAnErrorLeavesTheDriver() throws Exception {
        try (Rig rig = new Rig(this, variants().get(0))) {
            ChannelRecord hostile = Rig.channel("link_state", DataType.STRING);
            hostile.setChannelConfig(Map.of("register", new Explosive()));
            assertDoesNotThrow(() -> rig.driver.read(List.of(hostile)));
            assertFalse(Rig.good(hostile));
            PreparedRead prepared =
                    assertDoesNotThrow(() -> rig.driver.prepareRead(List.of(hostile)));
            assertDoesNotThrow(prepared::execute);
            assertFalse(Rig.good(hostile));
            ChannelRecord write = Rig.write("link_state", new DoubleValue(1));
            write.setChannelConfig(Map.of("register", new Explosive()));
            assertDoesNotThrow(() -> rig.driver.write(List.of(write)));
            assertFalse(Rig.good(write));
        }
    }

    /** A success without a value would break the publisher's whole envelope. */
    @Test
    default void whatATypeCannotHoldIsAFailureThatNamesIt() {
        try (Rig rig = new Rig(this, variants().get(0))) {
            ChannelRecord channel = Rig.channel("link_state", DataType.INTEGER);
            rig.driver.read(List.of(channel));
            assertFalse(Rig.good(channel));
            assertTrue(Rig.problem(channel).contains("INTEGER"), Rig.problem(channel));
        }
    }

    /** A misspelt channel says what was probably meant, and only that channel fails. */
    @Test
    default void anUnknownNameNamesTheNearest() {
        try (Rig rig = new Rig(this, variants().get(0))) {
            List<ChannelRecord> channels = Rig.channels(List.of("link_stat", "link_state"));
            rig.driver.read(channels);
            assertTrue(
                    Rig.problem(channels.get(0)).contains("'link_state'"),
                    Rig.problem(channels.get(0)));
            assertTrue(Rig.good(channels.get(1)));
        }
    }

    /** The option {@code register} says what a channel of another name stands for. */
    @Test
    default void aChannelMayHaveANameOfItsOwn() {
        try (Rig rig = new Rig(this, variants().get(0))) {
            ChannelRecord channel = Rig.channel("my_name", DataType.STRING);
            channel.setChannelConfig(Map.of("+name", "my_name", "register", " link_state "));
            rig.driver.read(List.of(channel));
            assertTrue(Rig.good(channel));
        }
    }

    /** A polled device has nothing to listen to, and says so as Kura expects. */
    @Test
    default void listenersAreRefused() {
        TableDriver driver = driver();
        KuraRuntimeException refusal =
                assertThrows(
                        KuraRuntimeException.class,
                        () -> driver.registerChannelListener(Map.of(), event -> {}));
        assertEquals(KuraErrorCode.OPERATION_NOT_SUPPORTED, refusal.getCode());
        assertDoesNotThrow(() -> driver.unregisterChannelListener(event -> {}));
    }

    /**
     * Before activation, after deactivation and without a usable configuration reads fail with a
     * reason and writes throw.
     */
    @Test
    default void aDriverThatDoesNotRunSaysWhy() {
        TableDriver driver = driver();
        assertStopped(driver);
        driver.activate(null, Map.of("kura.service.pid", "x", "connection", "pigeon"));
        assertStopped(driver);
        driver.modified(Map.of("kura.service.pid", "x"));
        assertStopped(driver);
        driver.deactivate();
        driver.deactivate();
        assertStopped(driver);
    }

    private static void assertStopped(TableDriver driver) {
        List<ChannelRecord> channels = Rig.channels(List.of("link_state"));
        driver.read(channels);
        assertFalse(Rig.good(channels.get(0)));
        assertFalse(Rig.problem(channels.get(0)).isBlank());
        List<ChannelRecord> writes = List.of(Rig.write("x", new DoubleValue(1)));
        assertThrows(ConnectionException.class, () -> driver.write(writes));
    }

    /** A wrong configuration leaves the last good one at work. */
    @Test
    default void theLastGoodConfigurationStays() {
        try (Rig rig = new Rig(this, variants().get(0))) {
            Map<String, Object> wrong = rig.properties(500);
            wrong.put("port", "none");
            rig.driver.modified(wrong);
            List<ChannelRecord> channels = Rig.channels(List.of("link_state"));
            rig.driver.read(channels);
            assertTrue(Rig.good(channels.get(0)), Rig.problem(channels.get(0)));
        }
    }

    /**
     * Kura finds nothing unless component, factory, definition and file have one name; nothing is
     * logged otherwise.
     */
    @Test
    default void componentAndMetatypeHaveOneName() {
        Generated generated = Generated.of(driver().getClass());
        String pid = driver().getClass().getName();
        assertEquals(Set.of("OSGI-INF/" + pid + ".xml"), generated.components());
        assertEquals(pid, generated.component().getAttribute("name"));
        assertEquals("require", generated.component().getAttribute("configuration-policy"));
        assertEquals(
                Set.of(Driver.class.getName(), ConfigurableComponent.class.getName()),
                generated.values("provide", "interface", generated.component()));
        assertEquals(pid, generated.definition().getAttribute("id"));
        assertEquals(
                Set.of(pid), generated.values("Designate", "factoryPid", generated.metatype()));
        assertEquals(Set.of(pid), generated.values("Object", "ocdref", generated.metatype()));
    }

    /**
     * The settings that all drivers share reach the driver's own metatype, with names, and the life
     * cycle its component.
     */
    @Test
    default void sharedSettingsAndLifeCycleAreInherited() {
        Generated generated = Generated.of(driver().getClass());
        for (String method : List.of("activate", "modified", "deactivate")) {
            assertEquals(method, generated.component().getAttribute(method));
        }
        Set<String> ids = generated.values("AD", "id", generated.definition());
        assertTrue(
                ids.containsAll(
                        Set.of("connection", "host", "port", "serial.device", "write.enabled")),
                ids.toString());
        assertEquals(family().meter(), ids.contains("meter.role"));
        assertEquals(family().battery(), ids.contains("soc.min"));
        boolean parts = family().services().stream().anyMatch(service -> !service.sameUnit());
        assertTrue(!parts || ids.contains("units"), "its settings extend ServiceSettings");
        assertFalse(
                generated.values("AD", "name", generated.definition()).stream()
                        .anyMatch(name -> name.isBlank() || name.startsWith("%")));
        assertEquals(driver().getClass().getName(), generated.header("Wattwire-Driver"));
    }

    /** The value of a channel's option that fails when it is looked at. */
    final class Explosive {

        /** For the tests of this contract. */
        Explosive() {}

        @Override
        public String toString() {
            throw new StackOverflowError("of the test");
        }
    }
}
