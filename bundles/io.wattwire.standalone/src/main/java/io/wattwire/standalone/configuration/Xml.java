package io.wattwire.standalone.configuration;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import javax.xml.XMLConstants;
import javax.xml.stream.Location;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** XML that may come from anywhere: no document types, no entities of others, bounded. */
final class Xml {
    /** The largest document, in bytes; a snapshot of a real gateway has some 100 kB. */
    static final int MAX_SIZE = 16 * 1024 * 1024;

    private Xml() {}

    /** What the parser takes and we do not; its message has a remedy. */
    static final class Refused extends XMLStreamException {
        private static final long serialVersionUID = 1L;

        Refused(String message, Location location) {
            super(message, location);
        }
    }

    static XMLStreamReader reader(InputStream in) throws IOException, XMLStreamException {
        byte[] bytes = in.readNBytes(MAX_SIZE + 1);
        if (bytes.length > MAX_SIZE) {
            throw new IOException("longer than " + MAX_SIZE + " bytes");
        }
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
        return factory.createXMLStreamReader(new ByteArrayInputStream(bytes));
    }

    /** Goes to the next tag; text between tags is an error, a document type too. */
    static int nextTag(XMLStreamReader reader) throws XMLStreamException {
        int event = reader.next();
        while (event == XMLStreamConstants.SPACE
                || event == XMLStreamConstants.COMMENT
                || event == XMLStreamConstants.PROCESSING_INSTRUCTION
                || event == XMLStreamConstants.CHARACTERS && reader.isWhiteSpace()) {
            event = reader.next();
        }
        if (event == XMLStreamConstants.DTD) {
            throw new Refused(
                    "document types are not allowed; remove the DOCTYPE", reader.getLocation());
        }
        if (event != XMLStreamConstants.START_ELEMENT && event != XMLStreamConstants.END_ELEMENT) {
            throw new Refused("text outside of a value; remove it", reader.getLocation());
        }
        return event;
    }

    /** Goes to the end of the current element, whatever is inside. */
    static void skipElement(XMLStreamReader reader) throws XMLStreamException {
        for (int depth = 1; depth > 0; ) {
            int event = reader.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                depth++;
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                depth--;
            }
        }
    }
}
