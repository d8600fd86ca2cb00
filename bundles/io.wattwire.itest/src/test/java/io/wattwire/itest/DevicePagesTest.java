package io.wattwire.itest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.wattwire.cli.docs.DocsFolder;
import io.wattwire.device.model.DeviceFamily;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The generated parts of the device pages say what the tables say. */
class DevicePagesTest {

    private static final Path PAGES = Path.of("../../docs/devices");

    private static final List<DeviceFamily> FAMILIES = AllDrivers.families();

    @Test
    void everyGeneratedPartIsOfTheseTables() throws Exception {
        Map<Path, String> expected = DocsFolder.expected(PAGES, FAMILIES);
        assertEquals(
                List.of(),
                DocsFolder.differing(expected),
                "run ./wattwire docs docs/devices and commit what it wrote");
    }

    @Test
    void everyDriverOfTheProjectIsAmongThem() throws Exception {
        try (Stream<Path> bundles = Files.list(Path.of(".."))) {
            List<String> drivers =
                    bundles.map(it -> it.getFileName().toString())
                            .filter(it -> it.startsWith("io.wattwire.driver."))
                            .map(it -> it.substring(it.lastIndexOf('.') + 1))
                            .filter(it -> !it.equals("solaredge")) // a meter, not a table
                            .filter(
                                    it ->
                                            Files.exists(
                                                    Path.of(
                                                            "../io.wattwire.driver." + it,
                                                            "pom.xml")))
                            .sorted()
                            .toList();
            assertEquals(FAMILIES.stream().map(DeviceFamily::name).toList(), drivers);
        }
    }

    @Test
    void everyPageHasItsPoints() throws Exception {
        for (DeviceFamily family : FAMILIES) {
            String page = Files.readString(PAGES.resolve(family.name() + ".md"));
            assertTrue(page.contains("<!-- generated: points -->"), family.name());
            boolean commanded = !family.controls().isEmpty();
            assertEquals(commanded, page.contains("<!-- generated: controls -->"), family.name());
        }
    }
}
