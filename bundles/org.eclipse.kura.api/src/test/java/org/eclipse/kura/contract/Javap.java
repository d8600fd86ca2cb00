package org.eclipse.kura.contract;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;
import org.eclipse.kura.KuraException;

/** Runs javap on the compiled classes of this bundle and reads what it prints. */
final class Javap {
    private static final Pattern DECLARATION =
            Pattern.compile("public .*?(?:class|interface) ([\\w.$]+).*\\{");
    private static final ToolProvider JAVAP = ToolProvider.findFirst("javap").orElseThrow();

    private Javap() {}

    /** The public types of this bundle by binary name. */
    static SortedMap<String, TypeSignature> declaredTypes() {
        return parse(print(classFiles(), "-protected", "-constants").lines());
    }

    /** The compiled classes of this bundle, package-info left out. */
    static Stream<Path> classFiles() {
        try (Stream<Path> files = Files.walk(root())) {
            return files
                    .filter(file -> file.toString().endsWith(".class"))
                    .filter(file -> !file.endsWith("package-info.class"))
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All that javap knows about the package-info of a package. */
    static String printPackageInfo(String packageName) {
        Path file = Path.of(packageName.replace('.', '/'), "package-info.class");
        return print(Stream.of(root().resolve(file)), "-v");
    }

    /** The folder of compiled classes. */
    static Path root() {
        try {
            return Path.of(
                    KuraException.class
                            .getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Reads public types, and passes over others. */
    static SortedMap<String, TypeSignature> parse(Stream<String> lines) {
        SortedMap<String, TypeSignature> types = new TreeMap<>();
        SortedSet<String> members = new TreeSet<>();
        for (String line : (Iterable<String>) lines::iterator) {
            Matcher declaration = DECLARATION.matcher(line);
            if (declaration.matches()) {
                members = new TreeSet<>();
                String name = declaration.group(1);
                types.put(name, new TypeSignature(name, line, members));
            } else if (line.endsWith("{")) {
                members = new TreeSet<>();
            } else if (line.startsWith("  ")) {
                members.add(line.strip());
            }
        }
        return types;
    }

    private static String print(Stream<Path> files, String... options) {
        String[] arguments =
                Stream.concat(Stream.of(options), files.map(Path::toString)).toArray(String[]::new);
        StringWriter text = new StringWriter();
        StringWriter errors = new StringWriter();
        if (JAVAP.run(new PrintWriter(text), new PrintWriter(errors), arguments) != 0) {
            throw new IllegalStateException("javap: " + errors);
        }
        return text.toString();
    }
}
