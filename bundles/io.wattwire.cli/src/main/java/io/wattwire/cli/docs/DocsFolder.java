package io.wattwire.cli.docs;

import io.wattwire.device.model.DeviceFamily;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The folder docs/devices: one page for each brand, and one of all. */
public final class DocsFolder {

    private static final String ALL = "README.md";

    private DocsFolder() {}

    /**
     * What the folder's generated pages should be.
     *
     * @param folder docs/devices
     * @param families all brands
     * @return whole pages by their file
     * @throws IOException if a brand has no page, or it cannot be read
     */
    public static Map<Path, String> expected(Path folder, List<DeviceFamily> families)
            throws IOException {
        Map<Path, String> pages = new LinkedHashMap<>();
        for (DeviceFamily family : families) {
            Path page = folder.resolve(family.name() + ".md");
            if (!Files.isReadable(page)) {
                throw new IOException(page + " is missing: " + family.name() + " has no page");
            }
            pages.put(page, new DevicePage(family).filled(Files.readString(page)));
        }
        pages.put(folder.resolve(ALL), new BrandTable(families).page());
        return pages;
    }

    /**
     * Pages that differ from the tables.
     *
     * @param expected of {@link #expected}
     * @return their files
     * @throws IOException if one cannot be read
     */
    public static List<Path> differing(Map<Path, String> expected) throws IOException {
        List<Path> differing = new ArrayList<>();
        for (Map.Entry<Path, String> page : expected.entrySet()) {
            boolean there = Files.isReadable(page.getKey());
            if (!there || !Files.readString(page.getKey()).equals(page.getValue())) {
                differing.add(page.getKey());
            }
        }
        return differing;
    }
}
