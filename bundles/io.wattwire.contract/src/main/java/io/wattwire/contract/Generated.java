package io.wattwire.contract;

import aQute.bnd.osgi.Builder;
import aQute.bnd.osgi.Jar;
import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/**
 * What the build will write into a driver's bundle, made by the same tool with the same
 * instructions.
 */
final class Generated {

    private final Jar jar;
    private final String name;

    private Generated(Jar jar, String name) {
        this.jar = jar;
        this.name = name;
    }

    static Generated of(Class<?> driver) {
        try (Builder builder = new Builder()) {
            Path classes =
                    Path.of(driver.getProtectionDomain().getCodeSource().getLocation().toURI());
            builder.setProperties(buildRules(classes).toFile());
            builder.setProperty("Bundle-SymbolicName", driver.getPackageName());
            builder.setProperty("-privatepackage", driver.getPackageName());
            builder.setClasspath(classpath());
            Jar jar = builder.build();
            builder.removeClose(jar);
            if (!builder.isOk()) {
                throw new AssertionError(builder.getErrors() + " " + builder.getWarnings());
            }
            return new Generated(jar, driver.getName());
        } catch (AssertionError problem) {
            throw problem;
        } catch (Exception problem) {
            throw new AssertionError(problem);
        }
    }

    /** cnf/build.bnd of the project that the classes belong to. */
    private static Path buildRules(Path classes) {
        return Stream.iterate(classes, Path::getParent)
                .takeWhile(directory -> directory != null)
                .map(directory -> directory.resolve("cnf/build.bnd"))
                .filter(Files::exists)
                .findFirst()
                .orElseThrow(() -> new AssertionError("no cnf/build.bnd above " + classes));
    }

    private static File[] classpath() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(File::new)
                .filter(File::exists)
                .toArray(File[]::new);
    }

    Set<String> components() {
        return jar.getResources().keySet().stream()
                .filter(path -> path.matches("OSGI-INF/[^/]+\\.xml"))
                .collect(Collectors.toSet());
    }

    String header(String header) {
        try {
            return jar.getManifest().getMainAttributes().getValue(header);
        } catch (Exception problem) {
            throw new AssertionError(problem);
        }
    }

    Element component() {
        return document("OSGI-INF/" + name + ".xml").getDocumentElement();
    }

    Element metatype() {
        return document("OSGI-INF/metatype/" + name + ".xml").getDocumentElement();
    }

    Element definition() {
        return (Element) metatype().getElementsByTagName("OCD").item(0);
    }

    Set<String> values(String element, String attribute, Element in) {
        NodeList found = in.getElementsByTagName(element);
        Set<String> values = new HashSet<>();
        for (int i = 0; i < found.getLength(); i++) {
            values.add(((Element) found.item(i)).getAttribute(attribute));
        }
        return values;
    }

    private Document document(String path) {
        if (jar.getResource(path) == null) {
            throw new AssertionError("the build would not write " + path);
        }
        try (InputStream in = jar.getResource(path).openInputStream()) {
            return DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new ByteArrayInputStream(in.readAllBytes()));
        } catch (Exception problem) {
            throw new AssertionError(path, problem);
        }
    }
}
