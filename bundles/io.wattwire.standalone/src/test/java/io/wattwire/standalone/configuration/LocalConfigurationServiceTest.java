package io.wattwire.standalone.configuration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.wattwire.standalone.Fault;
import io.wattwire.standalone.monitor.Faults;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.kura.KuraException;
import org.eclipse.kura.configuration.ComponentConfiguration;
import org.eclipse.kura.configuration.Password;
import org.eclipse.kura.core.configuration.metatype.Tad;
import org.eclipse.kura.core.configuration.metatype.Tocd;
import org.eclipse.kura.core.configuration.metatype.Tscalar;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalConfigurationServiceTest {
    private static final String FACTORY = "acme.Driver";
    private static final String SINGLE = "acme.Single";

    @TempDir Path directory;
    private final MemoryStore store = new MemoryStore();
    private final Faults faults = new Faults();
    private final Definitions definitions = new Definitions();
    private Components components;
    private LocalConfigurationService service;

    @BeforeEach
    void start() {
        definitions.add(definition(FACTORY, true));
        components = new Components(store, definitions, PlainCrypto.create(), faults);
        service =
                new LocalConfigurationService(
                        definitions, components, new SnapshotDirectory(directory, 5));
    }

    private static Definition definition(String pid, boolean factory) {
        Tocd ocd = new Tocd();
        ocd.setId(pid);
        ocd.addAD(attribute("host", Tscalar.STRING, "localhost"));
        ocd.addAD(attribute("port", Tscalar.INTEGER, "502"));
        ocd.addAD(attribute("password", Tscalar.PASSWORD, ""));
        return new Definition(pid, ocd, factory);
    }

    private static Tad attribute(String id, Tscalar type, String absent) {
        Tad attribute = new Tad();
        attribute.setId(id);
        attribute.setType(type);
        attribute.setDefault(absent);
        attribute.setCardinality(0);
        attribute.setRequired(true);
        return attribute;
    }

    private Map<String, Object> stored(String pid) {
        return store.find(pid).orElseThrow().properties();
    }

    @Test
    void defaultsFillWhatIsAbsent() throws KuraException {
        service.createFactoryConfiguration(FACTORY, "drv", Map.of("host", "h"), false);

        assertEquals("h", stored("drv").get("host"));
        assertEquals(502, stored("drv").get("port"));
        assertEquals(FACTORY, store.find("drv").orElseThrow().factoryPid());
    }

    @Test
    void aSecondComponentOfTheSamePidIsRefused() throws KuraException {
        service.createFactoryConfiguration(FACTORY, "drv", null, false);

        assertThrows(
                KuraException.class,
                () -> service.createFactoryConfiguration(FACTORY, "drv", null, false));
    }

    @Test
    void anUpdateKeepsWhatItDoesNotName() throws KuraException {
        service.createFactoryConfiguration(FACTORY, "drv", Map.of("own", 5L), false);

        service.updateConfiguration("drv", Map.of("port", "text"), false);

        assertEquals(5L, stored("drv").get("own"));
        assertEquals("text", stored("drv").get("port"), "as in Kura nothing is checked");
    }

    @Test
    void anUpdateWithoutChangeIsNoChange() throws KuraException {
        service.createFactoryConfiguration(FACTORY, "drv", Map.of("own", 5L), false);
        int before = store.changes;

        service.updateConfiguration("drv", Map.of("own", 5L), false);

        assertEquals(before, store.changes);
    }

    @Test
    void anUnknownComponentCannotBeUpdatedOrDeleted() {
        assertThrows(KuraException.class, () -> service.updateConfiguration("x", Map.of(), false));
        assertThrows(KuraException.class, () -> service.deleteFactoryConfiguration("x", false));
    }

    @Test
    void aPasswordIsNeverStoredInClear() throws Exception {
        service.createFactoryConfiguration(
                FACTORY, "drv", Map.of("password", new Password("secret")), true);
        service.createFactoryConfiguration(FACTORY, "drv2", Map.of("password", "secret"), true);

        assertEquals("{secret}", stored("drv").get("password"));
        assertEquals("{secret}", stored("drv2").get("password"), "text of a password, too");
        long newest = service.getSnapshots().stream().max(Long::compare).orElseThrow();
        String file = Files.readString(directory.resolve("snapshot_" + newest + ".xml"));
        assertFalse(file.contains(">secret<"), file);
    }

    @Test
    void whatIsReadCanBeWrittenBackAndThePasswordStays() throws KuraException {
        service.createFactoryConfiguration(
                FACTORY, "drv", Map.of("password", new Password("secret")), false);

        ComponentConfiguration read = service.getComponentConfiguration("drv");
        service.updateConfiguration("drv", read.getConfigurationProperties(), false);

        assertEquals("{secret}", stored("drv").get("password"));
        assertTrue(
                read.getConfigurationProperties().get("password") instanceof Password,
                "marked as a password");
    }

    @Test
    void aPasswordInBase64AsKuraWritesItIsUnderstood() throws KuraException {
        String twice =
                Base64.getEncoder().encodeToString("{secret}".getBytes(StandardCharsets.UTF_8));

        service.createFactoryConfiguration(
                FACTORY, "drv", Map.of("password", new Secrets.Sealed(twice)), false);

        assertEquals("{secret}", stored("drv").get("password"));
    }

    @Test
    void aPasswordOfAnotherGatewayIsLeftOutAndSaid() throws KuraException {
        service.createFactoryConfiguration(
                FACTORY, "drv", Map.of("password", new Secrets.Sealed("foreign")), false);

        assertNull(stored("drv").get("password"));
        Fault fault = faults.list().get(0);
        assertEquals("drv", fault.source());
        assertTrue(fault.remedy().contains("plain text"), fault.remedy());
    }

    @Test
    void anUnknownFactoryIsAFaultAndTheConfigurationWaits() throws KuraException {
        service.createFactoryConfiguration("acme.Late", "late", Map.of("own", 1), false);
        assertEquals("no bundle offers acme.Late", faults.list().get(0).cause());

        Definition late = definition("acme.Late", true);
        definitions.add(late);
        components.defined(late);

        assertEquals(502, stored("late").get("port"), "defaults of the bundle that came");
        assertEquals(1, stored("late").get("own"));
    }

    @Test
    void aSingletonGetsItsConfigurationWhenItsBundleComes() {
        Definition single = definition(SINGLE, false);
        definitions.add(single);

        components.defined(single);

        assertEquals(502, stored(SINGLE).get("port"));
        assertThrows(KuraException.class, () -> service.deleteFactoryConfiguration(SINGLE, false));
    }

    @Test
    void aSnapshotBringsEverythingBack() throws KuraException {
        service.createFactoryConfiguration(
                FACTORY,
                "drv",
                Map.of("own", new Long[] {1L, 2L}, "password", new Password("secret")),
                false);
        long id = service.snapshot();
        service.updateConfiguration("drv", Map.of("port", 1), false);
        service.createFactoryConfiguration(FACTORY, "later", null, false);

        service.rollback(id);

        assertEquals(Set.of("drv"), store.pids());
        assertEquals(502, stored("drv").get("port"));
        assertEquals("{secret}", stored("drv").get("password"));
        assertEquals(2L, ((Long[]) stored("drv").get("own"))[1]);
    }

    @Test
    void rollbackWithoutNumberTakesTheOneBeforeTheNewest() throws KuraException {
        assertThrows(KuraException.class, service::rollback);
        service.createFactoryConfiguration(FACTORY, "a", null, true);
        service.createFactoryConfiguration(FACTORY, "b", null, true);

        service.rollback();

        assertEquals(Set.of("a"), store.pids());
    }

    @Test
    void severalUpdatesCreateWhatIsNewAndTheGraphComesLast() throws KuraException {
        service.updateConfigurations(
                List.of(
                        new Settings("graph", null, Map.of("WireGraph", "{}")),
                        new Settings("drv", null, Map.of("service.factoryPid", FACTORY))),
                false);

        assertEquals(Set.of("drv", "graph"), store.pids());
        assertNull(store.find("graph").orElseThrow().factoryPid());
    }

    @Test
    void anotherFactoryForAnInstanceIsRefusedBeforeAnythingChanges() throws KuraException {
        service.createFactoryConfiguration(FACTORY, "drv", null, false);
        int before = store.changes;

        assertThrows(
                KuraException.class,
                () ->
                        service.updateConfigurations(
                                List.of(
                                        new Settings(
                                                "new", null, Map.of("service.factoryPid", FACTORY)),
                                        new Settings(
                                                "drv",
                                                null,
                                                Map.of("service.factoryPid", "other"))),
                                false));

        assertEquals(before, store.changes);
    }

    @Test
    void defaultsCanBeAskedForInstanceAndFactory() throws KuraException {
        service.createFactoryConfiguration(FACTORY, "drv", Map.of("port", 1), false);

        for (String pid : List.of("drv", FACTORY)) {
            assertEquals(
                    502,
                    service.getDefaultComponentConfiguration(pid)
                            .getConfigurationProperties()
                            .get("port"));
        }
        assertNull(service.getDefaultComponentConfiguration("nobody"));
        assertEquals(Set.of(FACTORY), service.getFactoryComponentPids());
    }

    @Test
    void nullPropertiesAreLeftOut() throws KuraException {
        Map<String, Object> properties = new HashMap<>();
        properties.put("nothing", null);

        service.createFactoryConfiguration(FACTORY, "drv", properties, false);

        assertFalse(stored("drv").containsKey("nothing"));
    }
}
