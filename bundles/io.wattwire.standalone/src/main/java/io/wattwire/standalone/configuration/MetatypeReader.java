package io.wattwire.standalone.configuration;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.eclipse.kura.core.configuration.metatype.Tad;
import org.eclipse.kura.core.configuration.metatype.Tocd;
import org.eclipse.kura.core.configuration.metatype.Toption;
import org.eclipse.kura.core.configuration.metatype.Tscalar;

/**
 * Reads a metatype file the way Kura does: the name of the file, the id of the description and the
 * PID of the Designate have to be one string, and names are not translated.
 */
final class MetatypeReader {
    private final XMLStreamReader xml;
    private final Map<String, Tocd> descriptions = new HashMap<>();
    private final Map<String, Boolean> factories = new HashMap<>();
    private Tocd description;
    private Tad attribute;

    private MetatypeReader(XMLStreamReader xml) {
        this.xml = xml;
    }

    /**
     * Reads the file of one PID.
     *
     * @param in the file
     * @param pid its name without {@code .xml}
     * @return empty if the file describes something else
     */
    static Optional<Definition> read(InputStream in, String pid) throws IOException {
        try {
            MetatypeReader reader = new MetatypeReader(Xml.reader(in));
            reader.readAll();
            return reader.definition(pid);
        } catch (XMLStreamException | IllegalArgumentException e) {
            throw new IOException("metatype " + pid + ": " + e.getMessage(), e);
        }
    }

    private Optional<Definition> definition(String pid) {
        Tocd found = descriptions.get(pid);
        Boolean factory = factories.get(pid);
        return found == null || factory == null
                ? Optional.empty()
                : Optional.of(new Definition(pid, found, factory));
    }

    private void readAll() throws XMLStreamException {
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.DTD) {
                throw new XMLStreamException("document types are not allowed", xml.getLocation());
            }
            if (event == XMLStreamConstants.START_ELEMENT) {
                readElement(xml.getLocalName());
            }
        }
    }

    private void readElement(String element) {
        switch (element) {
            case "OCD" -> readDescription();
            case "AD" -> readAttribute();
            case "Option" -> readOption();
            case "Designate" -> readDesignate();
            default -> {
                // Icon, Object and extensions: nothing here needs them
            }
        }
    }

    private void readDescription() {
        description = new Tocd();
        description.setId(text("id"));
        description.setName(text("name"));
        description.setDescription(text("description"));
        descriptions.put(description.getId(), description);
    }

    private void readAttribute() {
        attribute = new Tad();
        attribute.setId(text("id"));
        attribute.setName(text("name"));
        attribute.setDescription(text("description"));
        attribute.setType(Tscalar.fromValue(text("type")));
        String cardinality = text("cardinality");
        attribute.setCardinality(cardinality == null ? 0 : Integer.valueOf(cardinality));
        attribute.setMin(text("min"));
        attribute.setMax(text("max"));
        attribute.setDefault(text("default"));
        attribute.setRequired(!"false".equals(text("required")));
        if (description != null) {
            description.addAD(attribute);
        }
    }

    private void readOption() {
        Toption option = new Toption();
        option.setLabel(text("label"));
        option.setValue(text("value"));
        if (attribute != null) {
            attribute.setOption(option);
        }
    }

    private void readDesignate() {
        String factoryPid = text("factoryPid");
        if (factoryPid != null) {
            factories.put(factoryPid, true);
        } else if (text("pid") != null) {
            factories.put(text("pid"), false);
        }
    }

    private String text(String name) {
        return xml.getAttributeValue(null, name);
    }
}
