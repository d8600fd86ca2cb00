package io.wattwire.itest;

import static com.tngtech.archunit.base.DescribedPredicate.alwaysTrue;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleName;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.LocationProvider;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Who may know whom. An annotation of OSGi is needed by the build only; the framework's packages
 * are there on every Kura.
 */
@AnalyzeClasses(locations = ArchitectureTest.BuiltBundles.class)
class ArchitectureTest {
    private static final String JAVA = "java..";
    private static final String KURA = "org.eclipse.kura..";
    private static final String OSGI = "org.osgi..";
    private static final String LOG = "org.slf4j..";
    private static final String CONSOLE = "io.wattwire.console..";
    private static final String DEVICE = "io.wattwire.device..";
    private static final String DRIVERS = "io.wattwire.driver..";
    private static final String LIMIT = "io.wattwire.limit..";
    private static final String SERIAL = "io.wattwire.serial..";
    private static final String SITE = "io.wattwire.site..";
    private static final String SOURCES = "io.wattwire.source..";
    private static final String PUBLISHERS = "io.wattwire.publish..";
    private static final String EMULATED = "io.wattwire.driver.solaredge..";
    private static final String WIRE = "io.wattwire.device.wire..";
    private static final String DISK = "io.wattwire.device.disk..";

    private static final String[] SHIPPED = {
        CONSOLE, DEVICE, DRIVERS, LIMIT, PUBLISHERS, SERIAL, SITE, SOURCES
    };

    /** Bundles without a place here are neither shipped nor forgotten. */
    private static final List<String> OUTSIDE =
            List.of(
                    "broker",
                    "cli",
                    "contract",
                    "itest",
                    "itest.kura",
                    "itest.swap",
                    "logging",
                    "simulator",
                    "standalone");

    private static final DescribedPredicate<JavaClass> TRANSPORT =
            assignableTo("java.net.Socket")
                    .or(assignableTo("java.net.ServerSocket"))
                    .or(assignableTo("java.net.DatagramSocket"))
                    .or(assignableTo("java.nio.channels.NetworkChannel"))
                    .or(assignableTo("javax.net.SocketFactory"))
                    .or(assignableTo("java.net.URLConnection"))
                    .or(resideInAnyPackage("java.net.http..", "com.fazecast..", "com.ghgande.."))
                    .or(
                            resideInAnyPackage(SERIAL)
                                    .and(simpleName("SerialPorts").or(simpleName("SerialPort"))))
                    .as("sockets and serial ports");

    @ArchTest
    static final ArchRule driversKnowModelAndDriverBaseOnly =
            classes()
                    .that()
                    .resideInAPackage(DRIVERS)
                    .and()
                    .resideOutsideOfPackage(EMULATED)
                    .should()
                    .onlyDependOnClassesThat(
                            resideInAnyPackage(
                                            JAVA,
                                            KURA,
                                            "org.osgi.service.component.annotations..",
                                            "org.osgi.service.metatype.annotations..",
                                            "io.wattwire.device.model..",
                                            "io.wattwire.device.driver..")
                                    .or(inTheSameBundle()));

    /**
     * A driver turned round: it answers masters, so it needs the server and a port's settings, and
     * its energies outlive a restart, so it needs the state's store. It opens no socket by itself.
     */
    @ArchTest
    static final ArchRule theEmulatedMeterKnowsServerPortSettingsAndStoreBesides =
            classes()
                    .that()
                    .resideInAPackage(EMULATED)
                    .should()
                    .onlyDependOnClassesThat(
                            resideInAnyPackage(
                                            JAVA,
                                            KURA,
                                            OSGI,
                                            LOG,
                                            EMULATED,
                                            "io.wattwire.device.model..",
                                            "io.wattwire.device.driver..",
                                            "io.wattwire.device.server..")
                                    .or(assignableTo("io.wattwire.device.session.StateStore"))
                                    .or(assignableTo("io.wattwire.serial.SerialSettings")));

    /**
     * A source brings values of others into wires: it speaks MQTT, D-Bus or HTTP with the libraries
     * that it carries or shares with publishers, and never touches a device.
     */
    @ArchTest
    static final ArchRule sourcesKnowTheirBaseSettingsAndWhatTheyCarry =
            classes()
                    .that()
                    .resideInAPackage(SOURCES)
                    .should()
                    .onlyDependOnClassesThat(
                            resideInAnyPackage(
                                            JAVA,
                                            KURA,
                                            OSGI,
                                            LOG,
                                            SOURCES,
                                            "io.wattwire.device.source..",
                                            "io.wattwire.publish.http",
                                            "io.wattwire.publish.mqtt..",
                                            "io.wattwire.publish.venus.bus..",
                                            "com.google.gson..",
                                            "org.eclipse.paho..")
                                    .or(assignableTo("io.wattwire.device.driver.SettingsReader")));

    @ArchTest
    static final ArchRule sourcesDoNotKnowEachOther =
            slices().matching("io.wattwire.source.(*)..").should().notDependOnEachOther();

    /**
     * A publisher takes wire records and brings them elsewhere. What it knows of the engine is how
     * settings are read and where state lies.
     */
    @ArchTest
    static final ArchRule publishersNeverTalkToDevices =
            noClasses()
                    .that()
                    .resideInAPackage(PUBLISHERS)
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            DRIVERS,
                            LIMIT,
                            SERIAL,
                            SITE,
                            "io.wattwire.device.link..",
                            "io.wattwire.device.plan..",
                            "io.wattwire.device.server..");

    @ArchTest
    static final ArchRule publishersDoNotKnowEachOther =
            slices().matching("io.wattwire.publish.(*)..")
                    .should()
                    .notDependOnEachOther()
                    .ignoreDependency(
                            alwaysTrue(),
                            resideInAnyPackage(
                                    "io.wattwire.publish.control..",
                                    "io.wattwire.publish.http..",
                                    "io.wattwire.publish.line..",
                                    "io.wattwire.publish.live..",
                                    "io.wattwire.publish.mqtt..",
                                    "io.wattwire.publish.queue.."));

    /**
     * The console answers through the front door, writes through the gate and reads what came by
     * wire: it has no way to a device, and no socket, of its own.
     */
    @ArchTest
    static final ArchRule theConsoleKnowsDoorGateAndLiveValuesOnly =
            classes()
                    .that()
                    .resideInAPackage(CONSOLE)
                    .should()
                    .onlyDependOnClassesThat(
                            resideInAnyPackage(
                                            JAVA,
                                            KURA,
                                            OSGI,
                                            CONSOLE,
                                            "io.wattwire.publish.control..",
                                            "io.wattwire.publish.http.serve..",
                                            "io.wattwire.publish.live..")
                                    .or(assignableTo("io.wattwire.device.model.Json"))
                                    .or(assignableTo("io.wattwire.device.driver.SettingsReader"))
                                    .or(assignableTo("io.wattwire.device.source.SourceSettings")));

    @ArchTest
    static final ArchRule driversDoNotKnowEachOther =
            slices().matching("io.wattwire.driver.(*)..").should().notDependOnEachOther();

    @ArchTest
    static final ArchRule theEngineKnowsKuraSerialAndItsModbusServer =
            classes()
                    .that()
                    .resideInAPackage(DEVICE)
                    .should()
                    .onlyDependOnClassesThat()
                    .resideInAnyPackage(
                            JAVA, KURA, OSGI, LOG, DEVICE, SERIAL, "com.ghgande.j2mod..");

    @ArchTest
    static final ArchRule onlyTheServerKnowsJ2mod =
            noClasses()
                    .that()
                    .resideOutsideOfPackage("io.wattwire.device.server..")
                    .and()
                    .resideInAnyPackage(SHIPPED)
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("com.ghgande..");

    /** The installer's PIN is kept as a hash, which Java makes in javax.crypto. */
    @ArchTest
    static final ArchRule theLimitSpeaksInWireRecordsOnly =
            classes()
                    .that()
                    .resideInAPackage(LIMIT)
                    .should()
                    .onlyDependOnClassesThat()
                    .resideInAnyPackage(JAVA, "javax.crypto..", KURA, OSGI, LOG, LIMIT, WIRE, DISK);

    @ArchTest
    static final ArchRule theSiteSpeaksInWireRecordsOnly =
            classes()
                    .that()
                    .resideInAPackage(SITE)
                    .should()
                    .onlyDependOnClassesThat()
                    .resideInAnyPackage(JAVA, KURA, OSGI, LOG, SITE, WIRE);

    /** Limit and site carry a copy of it, which must not draw the engine in. */
    @ArchTest
    static final ArchRule whatWireComponentsShareKnowsNobodyOfOurs =
            classes()
                    .that()
                    .resideInAPackage(WIRE)
                    .should()
                    .onlyDependOnClassesThat()
                    .resideInAnyPackage(JAVA, KURA, OSGI, LOG, WIRE);

    /** The limit carries a copy of it, too. */
    @ArchTest
    static final ArchRule whatOutlivesAPowerCutKnowsJavaOnly =
            classes()
                    .that()
                    .resideInAPackage(DISK)
                    .should()
                    .onlyDependOnClassesThat()
                    .resideInAnyPackage(JAVA, DISK);

    @ArchTest
    static final ArchRule serialKnowsNobodyOfOurs =
            noClasses()
                    .that()
                    .resideInAPackage(SERIAL)
                    .should()
                    .dependOnClassesThat(
                            resideInAnyPackage("io.wattwire..")
                                    .and(not(resideInAnyPackage(SERIAL))));

    @ArchTest
    static final ArchRule onlyLinksServerSerialSourcesAndPublishersOpenSocketsAndPorts =
            noClasses()
                    .that()
                    .resideInAnyPackage(SHIPPED)
                    .and()
                    .resideOutsideOfPackages(
                            "io.wattwire.device.link..",
                            "io.wattwire.device.server..",
                            "io.wattwire.publish.(*)..",
                            SERIAL,
                            SOURCES)
                    .should()
                    .dependOnClassesThat(TRANSPORT);

    @ArchTest
    static final ArchRule nothingShippedReadsObjectsOrStartsPrograms =
            noClasses()
                    .that()
                    .resideInAnyPackage(SHIPPED)
                    .should()
                    .dependOnClassesThat(
                            assignableTo("java.io.ObjectInputStream")
                                    .or(assignableTo("java.lang.ProcessBuilder")))
                    .orShould()
                    .callMethodWhere(
                            target(owner(assignableTo("java.lang.Runtime")))
                                    .and(target(name("exec"))));

    @ArchTest
    static final ArchRule nothingShippedKnowsTheOutside =
            noClasses()
                    .that()
                    .resideInAnyPackage(SHIPPED)
                    .should()
                    .dependOnClassesThat(
                            resideInAnyPackage("io.wattwire..")
                                    .and(not(resideInAnyPackage(SHIPPED))));

    /** What the build made of each bundle so far, so that a new driver needs no line here. */
    static final class BuiltBundles implements LocationProvider {
        @Override
        public Set<Location> get(Class<?> testClass) {
            try (Stream<Path> folders = Files.list(Path.of(".."))) {
                return folders.filter(f -> f.getFileName().toString().startsWith("io.wattwire."))
                        .map(f -> f.resolve("target/classes"))
                        .filter(Files::isDirectory)
                        .map(Location::of)
                        .collect(Collectors.toSet());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** A new bundle is shipped, so in the rules above, or named as outside, and is looked at. */
    @ArchTest
    static void everyBundleHasItsPlace(JavaClasses all) throws Exception {
        List<String> lost = new ArrayList<>();
        try (Stream<Path> folders = Files.list(Path.of(".."))) {
            for (Path folder : folders.toList()) {
                String name = folder.getFileName().toString();
                if (name.startsWith("io.wattwire.")
                        && !OUTSIDE.contains(name.substring("io.wattwire.".length()))
                        && all.stream().noneMatch(shippedIn(name))) {
                    lost.add(name);
                }
            }
        }
        assertTrue(lost.isEmpty(), "not built before this bundle, or in no rule: " + lost);
    }

    private static Predicate<JavaClass> shippedIn(String bundle) {
        DescribedPredicate<JavaClass> shipped = resideInAnyPackage(SHIPPED);
        return c -> shipped.test(c) && (c.getPackageName() + ".").startsWith(bundle + ".");
    }

    private static DescribedPredicate<JavaClass> inTheSameBundle() {
        return resideInAnyPackage(DRIVERS).as("of drivers");
    }
}
