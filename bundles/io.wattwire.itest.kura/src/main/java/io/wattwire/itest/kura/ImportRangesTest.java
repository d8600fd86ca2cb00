package io.wattwire.itest.kura;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.Version;
import org.osgi.framework.VersionRange;
import org.osgi.test.common.annotation.InjectBundleContext;
import org.osgi.test.junit5.context.BundleContextExtension;

/**
 * Every package that a shipped bundle imports is exported by Kura 5.5, 5.6 and 6 in its range (the
 * table {@code cnf/kura-packages.csv}), by the JDK, or by another shipped bundle.
 */
@ExtendWith(BundleContextExtension.class)
class ImportRangesTest {
    private static final List<String> KURAS = List.of("kura55", "kura56", "kura6");

    @InjectBundleContext BundleContext context;

    @Test
    void everyImportResolvesOnEveryKura() throws IOException {
        Map<String, Map<String, Version>> table = table();
        Set<String> family = family();
        List<String> findings = new ArrayList<>();
        int checked = 0;
        for (Bundle bundle : Shipped.bundles(context)) {
            for (Clause clause : Clause.parse(bundle.getHeaders().get(Constants.IMPORT_PACKAGE))) {
                checked++;
                findings.addAll(findings(bundle, clause, table, family));
            }
        }
        assertEquals(List.of(), findings);
        assertTrue(checked > 20, "only " + checked + " imports were checked");
    }

    @Test
    void nothingOfKuraIsShipped() {
        for (Bundle bundle : Shipped.bundles(context)) {
            List<Clause> exports = Clause.parse(bundle.getHeaders().get(Constants.EXPORT_PACKAGE));
            assertTrue(
                    exports.stream().noneMatch(c -> c.name().startsWith("org.eclipse.kura")),
                    bundle + " exports " + exports);
            assertEquals(null, bundle.findEntries("org/eclipse/kura", "*", true), "" + bundle);
        }
    }

    private static List<String> findings(
            Bundle bundle,
            Clause clause,
            Map<String, Map<String, Version>> table,
            Set<String> family) {
        List<String> findings = new ArrayList<>();
        String where = bundle.getSymbolicName() + " imports " + clause;
        if (table.containsKey(clause.name())) {
            table.get(clause.name())
                    .forEach(
                            (kura, version) -> {
                                if (!new VersionRange(clause.range()).includes(version)) {
                                    findings.add(where + ", but " + kura + " exports " + version);
                                }
                            });
            if (clause.name().startsWith("org.eclipse.kura") && !clause.range().startsWith("[")) {
                findings.add(where + " without an upper bound");
            }
        } else if (!family.contains(clause.name()) && !ofTheJdk(clause.name())) {
            findings.add(where + ", which neither Kura nor the JDK nor we export");
        }
        return findings;
    }

    private static boolean ofTheJdk(String name) {
        return ModuleLayer.boot().modules().stream()
                .anyMatch(m -> m.getDescriptor() != null && m.isExported(name));
    }

    private Set<String> family() {
        Set<String> names = new HashSet<>();
        for (Bundle bundle : Shipped.bundles(context)) {
            Clause.parse(bundle.getHeaders().get(Constants.EXPORT_PACKAGE))
                    .forEach(c -> names.add(c.name()));
        }
        return names;
    }

    private Map<String, Map<String, Version>> table() throws IOException {
        Path csv = Path.of(context.getProperty("wattwire.project"), "cnf", "kura-packages.csv");
        Map<String, Map<String, Version>> table = new LinkedHashMap<>();
        List<String> lines =
                Files.readAllLines(csv).stream().filter(l -> !l.startsWith("#")).toList();
        List<String> head = List.of(lines.get(0).split(","));
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split(",", -1);
            Map<String, Version> versions = new LinkedHashMap<>();
            for (String kura : KURAS) {
                String cell = cells[head.indexOf(kura)];
                if (!cell.isEmpty()) { // empty: not known
                    versions.put(kura, Version.parseVersion(cell));
                }
            }
            table.put(cells[0], versions);
        }
        return table;
    }
}
