package io.wattwire.standalone.configuration;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.eclipse.kura.KuraErrorCode;
import org.eclipse.kura.KuraException;
import org.eclipse.kura.configuration.ComponentConfiguration;
import org.eclipse.kura.configuration.ConfigurationService;
import org.eclipse.kura.configuration.metatype.Scalar;

/**
 * Reads a snapshot in Kura's XML. Either the whole of it is understood or nothing is returned; the
 * message of a failure names line, cause and remedy. Kura compares the names of elements literally,
 * with the prefix {@code esf:}, and so does this.
 */
public final class SnapshotReader {
    private static final String PREFIX = "esf";
    private static final String MESSAGE = "Message: ";

    private final XMLStreamReader xml;
    private final Map<String, ComponentConfiguration> found = new LinkedHashMap<>();

    private SnapshotReader(XMLStreamReader xml) {
        this.xml = xml;
    }

    /**
     * Reads a snapshot.
     *
     * @param in the XML, at most 16 MiB; not closed
     * @param name what messages call it
     * @return the configurations in the order of the file
     * @throws KuraException if it is broken
     */
    public static List<ComponentConfiguration> read(InputStream in, String name)
            throws KuraException {
        try {
            SnapshotReader reader = new SnapshotReader(Xml.reader(in));
            reader.readAll();
            return List.copyOf(reader.found.values());
        } catch (XMLStreamException e) {
            int line = e.getLocation() == null ? 0 : e.getLocation().getLineNumber();
            throw broken(name + " line " + line + ": " + causeAndRemedy(e), e);
        } catch (IOException e) {
            throw broken(name + ": " + e.getMessage(), e);
        }
    }

    private static KuraException broken(String message, Exception cause) {
        return new KuraException(KuraErrorCode.CONFIGURATION_SNAPSHOT_LOADING, cause, message);
    }

    /** Java's parser repeats the location in a first line of its own, and knows no remedy. */
    private static String causeAndRemedy(XMLStreamException e) {
        String message = String.valueOf(e.getMessage());
        int start = message.indexOf(MESSAGE);
        String cause =
                start < 0
                        ? message.lines().reduce((a, b) -> b).orElse(message)
                        : message.substring(start + MESSAGE.length()).replace('\n', ' ');
        return e instanceof Xml.Refused
                ? cause
                : "no complete XML (%s); load a whole snapshot".formatted(cause);
    }

    private XMLStreamException error(String message) {
        return new Xml.Refused(message, xml.getLocation());
    }

    private void readAll() throws XMLStreamException {
        Xml.nextTag(xml);
        expect("configurations");
        while (Xml.nextTag(xml) == XMLStreamConstants.START_ELEMENT) {
            expect("configuration");
            readConfiguration();
        }
    }

    private void expect(String element) throws XMLStreamException {
        if (!isElement(element)) {
            throw error(
                    "element %s where %s:%s is due; is this a snapshot of Kura in XML?"
                            .formatted(xml.getName(), PREFIX, element));
        }
    }

    private boolean isElement(String element) {
        return PREFIX.equals(xml.getPrefix()) && element.equals(xml.getLocalName());
    }

    private void readConfiguration() throws XMLStreamException {
        String pid = attribute("pid");
        if (found.containsKey(pid)) {
            throw error("a second configuration of " + pid + "; keep one of them");
        }
        Map<String, Object> properties = new TreeMap<>();
        while (Xml.nextTag(xml) == XMLStreamConstants.START_ELEMENT) {
            if (isElement("properties")) {
                readProperties(pid, properties);
            } else {
                Xml.skipElement(xml); // older versions of Kura write the metatype too
            }
        }
        Object kuraPid = properties.putIfAbsent(ConfigurationService.KURA_SERVICE_PID, pid);
        if (kuraPid != null && !kuraPid.equals(pid)) {
            throw error(
                    "configuration %s has %s %s; give both the same value"
                            .formatted(pid, ConfigurationService.KURA_SERVICE_PID, kuraPid));
        }
        found.put(pid, new Settings(pid, null, properties));
    }

    private void readProperties(String pid, Map<String, Object> properties)
            throws XMLStreamException {
        while (Xml.nextTag(xml) == XMLStreamConstants.START_ELEMENT) {
            expect("property");
            String name = attribute("name");
            if (properties.containsKey(name)) {
                throw error("a second property %s of %s; keep one".formatted(name, pid));
            }
            Object value = readProperty(pid, name);
            if (value != null) {
                properties.put(name, value);
            }
        }
    }

    private Object readProperty(String pid, String name) throws XMLStreamException {
        Scalar type = typeOf(pid, name);
        boolean array = Boolean.parseBoolean(xml.getAttributeValue(null, "array"));
        boolean encrypted = Boolean.parseBoolean(xml.getAttributeValue(null, "encrypted"));
        List<String> texts = new ArrayList<>();
        while (Xml.nextTag(xml) == XMLStreamConstants.START_ELEMENT) {
            expect("value");
            texts.add(xml.getElementText());
        }
        if (texts.isEmpty()) {
            return null; // as in Kura: a property without a value does not exist
        }
        try {
            if (type == Scalar.PASSWORD) {
                return password(texts, encrypted);
            }
            return array ? Values.parseArray(type, texts) : Values.parse(type, texts.get(0));
        } catch (IllegalArgumentException e) {
            throw error("property %s of %s: %s".formatted(name, pid, e.getMessage()));
        }
    }

    private static Object password(List<String> texts, boolean encrypted) {
        if (texts.size() > 1) {
            throw new IllegalArgumentException("a list of passwords; only one is possible here");
        }
        return encrypted
                ? new Secrets.Sealed(texts.get(0))
                : Values.parse(Scalar.PASSWORD, texts.get(0));
    }

    private Scalar typeOf(String pid, String name) throws XMLStreamException {
        String type = attribute("type");
        try {
            return Scalar.fromValue(type);
        } catch (IllegalArgumentException e) {
            throw error(
                    "property %s of %s has the type %s; write String, Long, Double, Float, Integer, Byte, Char, Boolean, Short or Password"
                            .formatted(name, pid, type));
        }
    }

    private String attribute(String name) throws XMLStreamException {
        String value = xml.getAttributeValue(null, name);
        if (value == null || value.isBlank()) {
            throw error(
                    "%s:%s without attribute %s; add it"
                            .formatted(PREFIX, xml.getLocalName(), name));
        }
        return value;
    }
}
