package io.wattwire.standalone.configuration;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.eclipse.kura.KuraException;
import org.eclipse.kura.configuration.ComponentConfiguration;
import org.eclipse.kura.configuration.Password;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SnapshotReaderTest {
    private static final String HEAD =
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <esf:configurations xmlns:esf="http://eurotech.com/esf/2.0" xmlns:ocd="http://www.osgi.org/xmlns/metatype/v1.2.0">
            """;
    private static final String TAIL = "</esf:configurations>\n";

    private static List<ComponentConfiguration> read(String text) throws KuraException {
        return SnapshotReader.read(
                new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), "graph.xml");
    }

    private static String configuration(String properties) {
        return HEAD
                + "<esf:configuration pid=\"timer\">\n<esf:properties>\n"
                + properties
                + "\n</esf:properties>\n</esf:configuration>\n"
                + TAIL;
    }

    private static String property(String type, String value) {
        return "<esf:property array=\"false\" encrypted=\"false\" name=\"a\" type=\"%s\"><esf:value>%s</esf:value></esf:property>"
                .formatted(type, value);
    }

    private static String messageFor(String text) {
        String message = assertThrows(KuraException.class, () -> read(text)).getMessage();
        assertFalse(message.contains("\n"), "one line: " + message);
        assertFalse(message.contains("Message:"), "the parser's words: " + message);
        return message;
    }

    @Test
    void typesAreKept() throws KuraException {
        Map<String, Object> properties =
                read(configuration(
                                property("Integer", "5")
                                        + property("String", " x &amp; y ")
                                                .replace("\"a\"", "\"b\"")
                                        + property("Double", "0.5").replace("\"a\"", "\"c\"")))
                        .get(0)
                        .getConfigurationProperties();

        assertEquals(5, properties.get("a"));
        assertEquals(" x & y ", properties.get("b"));
        assertEquals(0.5, properties.get("c"));
        assertEquals("timer", properties.get("kura.service.pid"));
    }

    @Test
    void anArrayHasAllItsValues() throws KuraException {
        String array =
                "<esf:property array=\"true\" encrypted=\"false\" name=\"a\" type=\"String\"><esf:value>x</esf:value><esf:value>y</esf:value></esf:property>";

        Object value = read(configuration(array)).get(0).getConfigurationProperties().get("a");

        assertArrayEquals(new String[] {"x", "y"}, (String[]) value);
    }

    @Test
    void aPropertyWithoutValueDoesNotExistAndAnEmptyOneDoes() throws KuraException {
        String without = property("String", "").replace("<esf:value></esf:value>", "");

        assertFalse(
                read(configuration(without)).get(0).getConfigurationProperties().containsKey("a"));
        assertEquals(
                "",
                read(configuration(property("String", "")))
                        .get(0)
                        .getConfigurationProperties()
                        .get("a"));
    }

    @Test
    void passwordsAreNoStrings() throws KuraException {
        Object plain =
                read(configuration(property("Password", "p")))
                        .get(0)
                        .getConfigurationProperties()
                        .get("a");

        assertInstanceOf(Password.class, plain);
    }

    @Test
    void aMetatypeInAnOldSnapshotIsSkipped() throws KuraException {
        String text =
                configuration(property("Integer", "5"))
                        .replace(
                                "<esf:properties>",
                                "<ocd:OCD id=\"x\"><ocd:AD/>text</ocd:OCD><esf:properties>");

        assertEquals(5, read(text).get(0).getConfigurationProperties().get("a"));
    }

    @ParameterizedTest
    @CsvSource({
        "Integer, abc, 'property a of timer', whole|number",
        "Boolean, yes, 'property a of timer', true or false",
        "integer, 5, 'type integer', Boolean",
    })
    void aWrongValueIsNamedWithItsLineAndRemedy(
            String type, String value, String where, String remedy) {
        String message = messageFor(configuration(property(type, value)));

        assertTrue(message.contains("graph.xml line 5: "), message);
        assertTrue(message.contains(where), message);
        assertTrue(message.matches(".*(" + remedy + ").*"), message);
    }

    @Test
    void theSamePidTwiceIsRefused() {
        String one = "<esf:configuration pid=\"a\"/>\n";

        assertTrue(messageFor(HEAD + one + one + TAIL).contains("second configuration of a"));
    }

    @Test
    void theSamePropertyTwiceIsRefused() {
        assertTrue(
                messageFor(configuration(property("Integer", "5") + property("Integer", "6")))
                        .contains("second property a of timer"));
    }

    @Test
    void aPidThatContradictsItselfIsRefused() {
        assertTrue(
                messageFor(
                                configuration(
                                        property("String", "other")
                                                .replace("\"a\"", "\"kura.service.pid\"")))
                        .contains("give both the same value"));
    }

    @Test
    void anotherPrefixIsRefusedSinceKuraWouldFindNothing() {
        String text = (HEAD + TAIL).replace("esf:", "x:").replace(":esf", ":x");

        assertTrue(messageFor(text).contains("is this a snapshot"));
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '|',
            value = {
                "||",
                "no xml at all",
                "<esf:configurations>",
                "<a/>",
                "{}",
            })
    void somethingElseIsRefusedWithTheNameOfTheFile(String text) {
        assertTrue(messageFor(text == null ? "" : text).contains("graph.xml"));
    }

    @Test
    void aFileThatEndsTooEarlyIsRefusedWhole() {
        String whole = configuration(property("Integer", "5"));

        String message = messageFor(whole.substring(0, whole.length() - 30));

        assertTrue(message.contains("graph.xml line "), message);
        assertTrue(message.endsWith("; load a whole snapshot"), message);
    }

    @Test
    void entitiesAndDocumentTypesAreRefused() {
        String secret =
                "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>\n"
                        + HEAD.substring(HEAD.indexOf('\n') + 1)
                        + "<esf:configuration pid=\"a\"/>"
                        + TAIL;

        assertTrue(messageFor(secret).contains("DOCTYPE"));
    }

    @Test
    void anEntityNobodyDeclaredIsRefused() {
        assertTrue(messageFor(configuration(property("String", "&e;"))).contains("line 5"));
    }

    @Test
    void anEndlessFileIsRefusedAtItsBound() {
        InputStream endless =
                new InputStream() {
                    @Override
                    public int read() {
                        return ' ';
                    }

                    @Override
                    public int read(byte[] to, int from, int length) {
                        java.util.Arrays.fill(to, from, from + length, (byte) ' ');
                        return length;
                    }
                };

        KuraException e =
                assertThrows(KuraException.class, () -> SnapshotReader.read(endless, "x"));

        assertTrue(e.getMessage().contains("longer than"), e.getMessage());
    }
}
