package io.wattwire.device.model;

import static io.wattwire.device.model.CsvReaderTest.read;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class CsvReaderPropertiesTest {
    /** Any text is read or refused with a place, never anything else. */
    @Property
    void survivesAnyText(@ForAll String text) {
        try {
            read(text).forEach(line -> assertTrue(line.line() > 0 && !line.cells().isEmpty()));
        } catch (TableException mistake) {
            assertTrue(mistake.row() > 0, mistake.getMessage());
        }
    }
}
