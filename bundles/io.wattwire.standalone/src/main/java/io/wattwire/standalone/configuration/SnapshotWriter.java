package io.wattwire.standalone.configuration;

import java.util.List;
import java.util.Map;
import org.eclipse.kura.KuraErrorCode;
import org.eclipse.kura.KuraException;
import org.eclipse.kura.configuration.ComponentConfiguration;
import org.eclipse.kura.configuration.Password;
import org.eclipse.kura.configuration.metatype.Scalar;

/**
 * Writes a snapshot in Kura's XML, readable by people; passwords are written as they are stored.
 */
final class SnapshotWriter {
    private final StringBuilder xml = new StringBuilder();

    private SnapshotWriter() {}

    static String write(List<? extends ComponentConfiguration> configurations)
            throws KuraException {
        SnapshotWriter writer = new SnapshotWriter();
        writer.xml.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
        writer.xml.append("<esf:configurations xmlns:esf=\"http://eurotech.com/esf/2.0\"");
        writer.xml.append(" xmlns:ocd=\"http://www.osgi.org/xmlns/metatype/v1.2.0\">\n");
        for (ComponentConfiguration configuration : configurations) {
            writer.write(configuration);
        }
        writer.xml.append("</esf:configurations>\n");
        return writer.xml.toString();
    }

    private void write(ComponentConfiguration configuration) throws KuraException {
        xml.append("    <esf:configuration pid=\"");
        escape(configuration.getPid(), configuration.getPid());
        xml.append("\">\n        <esf:properties>\n");
        for (Map.Entry<String, Object> property :
                configuration.getConfigurationProperties().entrySet()) {
            write(configuration.getPid(), property.getKey(), property.getValue());
        }
        xml.append("        </esf:properties>\n    </esf:configuration>\n");
    }

    private void write(String pid, String name, Object value) throws KuraException {
        Scalar type = Values.typeOf(value);
        if (type == null) {
            throw refused(pid, name, "has the type " + value.getClass().getName());
        }
        xml.append("            <esf:property array=\"").append(value.getClass().isArray());
        xml.append("\" encrypted=\"").append(value instanceof Password);
        xml.append("\" name=\"");
        escape(pid, name);
        xml.append("\" type=\"").append(type.value()).append("\">\n");
        for (Object element : Values.elements(value)) {
            xml.append("                <esf:value>");
            escape(pid, String.valueOf(element));
            xml.append("</esf:value>\n");
        }
        xml.append("            </esf:property>\n");
    }

    private void escape(String pid, String text) throws KuraException {
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            i += Character.charCount(c);
            if (!isXml(c)) {
                throw refused(pid, text, "contains the character " + c);
            }
            switch (c) {
                case '<' -> xml.append("&lt;");
                case '>' -> xml.append("&gt;");
                case '&' -> xml.append("&amp;");
                case '"' -> xml.append("&quot;");
                case '\r', '\n', '\t' -> xml.append("&#").append(c).append(';');
                default -> xml.appendCodePoint(c);
            }
        }
    }

    /** XML 1.0, section 2.2: some characters cannot be written at all. */
    private static boolean isXml(int c) {
        return c == '\t'
                || c == '\n'
                || c == '\r'
                || c >= 0x20 && c <= 0xd7ff
                || c >= 0xe000 && c <= 0xfffd
                || c >= 0x10000;
    }

    private static KuraException refused(String pid, String what, String cause) {
        return new KuraException(
                KuraErrorCode.CONFIGURATION_SNAPSHOT_TAKING,
                pid + ": " + what + " " + cause + ", which XML cannot hold; change it");
    }
}
