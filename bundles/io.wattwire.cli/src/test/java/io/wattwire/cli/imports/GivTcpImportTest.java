package io.wattwire.cli.imports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.wattwire.standalone.configuration.SnapshotReader;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.kura.configuration.ComponentConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GivTcpImportTest {

    private static final List<String> README =
            List.of(
                    "INVERTOR_IP=192.168.10.1",
                    "NUM_BATTERIES=2",
                    "MQTT_OUTPUT=True",
                    "MQTT_ADDRESS=192.168.10.2",
                    "MQTT_USERNAME=bob",
                    "MQTT_PASSWORD=secretcat",
                    "MQTT_TOPIC=GivEnergy/Data",
                    "LOG_LEVEL=Error",
                    "DEBUG_FILE_LOCATION=/usr/pi/data",
                    "PRINT_RAW=True",
                    "INFLUX_OUTPUT=True",
                    "INFLUX_URL=http://192.168.10.3:8086",
                    "INFLUX_TOKEN=secrettoken",
                    "INFLUX_BUCKET=giv_bucket",
                    "INFLUX_ORG=giv_tcp",
                    "HA_AUTO_D=False",
                    "SELF_RUN_LOOP_TIMER=15",
                    "COLOUR=blue");

    private static Map<String, Map<String, Object>> components(String xml) throws Exception {
        Map<String, Map<String, Object>> all = new TreeMap<>();
        ByteArrayInputStream in = new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8));
        for (ComponentConfiguration each : SnapshotReader.read(in, "graph")) {
            all.put(each.getPid(), each.getConfigurationProperties());
        }
        return all;
    }

    @Test
    void everyVariableOfTheReadmeIsCarriedOverOrNamed() throws Exception {
        GivTcpImport.Result result = GivTcpImport.of(README);
        Map<String, Map<String, Object>> all = components(result.xml());
        assertEquals("192.168.10.1", all.get("inverter-driver").get("host"));
        assertEquals(15_000, all.get("inverter-timer").get("simple.interval"));
        assertTrue(all.containsKey("inverter-pack2"));
        assertFalse(all.containsKey("inverter-pack3"));
        Map<String, Object> givTcp = all.get("givtcp");
        assertEquals(true, givTcp.get("mqtt"));
        assertEquals("192.168.10.2", givTcp.get("host"));
        assertEquals("bob", givTcp.get("username"));
        assertEquals("GivEnergy/Data", givTcp.get("topic.root"));
        assertEquals(true, givTcp.get("raw"));
        assertEquals(false, givTcp.get("discovery"));
        assertEquals("2022", givTcp.get("form"));
        assertEquals(false, givTcp.get("control.enabled"));
        Map<String, Object> influx = all.get("givtcp-influx");
        assertEquals("giv_bucket", influx.get("influx.bucket"));
        assertEquals("giv_tcp", influx.get("influx.org"));
        assertEquals("http://192.168.10.3:8086", influx.get("influx.url"));
        assertFalse(result.xml().contains("secret" + "cat"));
        assertFalse(result.xml().contains("secret" + "token"));
        String notes = String.join("\n", result.notes());
        for (String each :
                List.of(
                        "MQTT_PASSWORD is a secret",
                        "INFLUX_TOKEN is a secret",
                        "line 8: LOG_LEVEL",
                        "line 9: DEBUG_FILE_LOCATION",
                        "line 18: COLOUR",
                        "http.secret",
                        "control.enabled")) {
            assertTrue(notes.contains(each), each + " not in " + notes);
        }
    }

    @Test
    void theShippedGraphIsTheOneOfTheUsualVariables() throws Exception {
        GivTcpImport.Result result =
                GivTcpImport.of(
                        List.of(
                                "INVERTOR_IP=192.168.10.1",
                                "NUM_BATTERIES=1",
                                "MQTT_OUTPUT=True",
                                "MQTT_ADDRESS=127.0.0.1"));
        String shipped = Files.readString(Path.of("../../dp/graphs/givtcp.xml"));
        assertEquals(result.xml(), shipped.replaceFirst("(?s)<!--.*?-->\n", ""));
    }

    @Test
    void severalInvertersAreReadAsGivTcp3NumbersThem() throws Exception {
        GivTcpImport.Result result =
                GivTcpImport.of(
                        List.of(
                                "services:",
                                "  givtcp:",
                                "    environment:",
                                "      - NUM_INVERTORS=2",
                                "      - INVERTOR_IP_1=192.0.2.1",
                                "      - \"INVERTOR_IP_2=192.0.2.2\" ",
                                "      - NUM_BATTERIES_2=3",
                                "      - MQTT_OUTPUT=False"));
        Map<String, Map<String, Object>> all = components(result.xml());
        assertEquals(2, result.inverters());
        assertEquals("192.0.2.2", all.get("inverter2-driver").get("host"));
        assertTrue(all.containsKey("inverter2-pack3"));
        assertTrue(all.containsKey("inverter-pack1"));
        assertEquals("v3", all.get("givtcp").get("form"));
        assertEquals(false, all.get("givtcp").get("mqtt"));
    }

    @ParameterizedTest
    @CsvSource({
        "'MQTT_OUTPUT=True','there is no INVERTOR_IP'",
        "'INVERTOR_IP=192.0.2.1;HA_AUTO_D=x;MQTT_OUTPUT=Ture','line 3: MQTT_OUTPUT is'",
        "'INVERTOR_IP=192.0.2.1;MQTT_OUTPUT=True;MQTT_TOPIC=a/#','line 3: MQTT_TOPIC is'",
        "'INVERTOR_IP=192.0.2.1;MQTT_OUTPUT=1;MQTT_TOPIC=/a','line 3: MQTT_TOPIC is'",
        "'INVERTOR_IP=bad host','line 1: INVERTOR_IP is'",
        "'INVERTOR_IP=192.0.2.1;NUM_BATTERIES=9','line 2: NUM_BATTERIES is'",
        "'INVERTOR_IP=192.0.2.1;SELF_RUN_LOOP_TIMER=soon','line 2: SELF_RUN_LOOP_TIMER is'",
    })
    void whatCannotWorkIsNamedWithItsLine(String lines, String reason) {
        ImportException wrong =
                assertThrows(
                        ImportException.class, () -> GivTcpImport.of(List.of(lines.split(";"))));
        assertTrue(wrong.getMessage().contains(reason), wrong.getMessage());
    }

    @Test
    void aVeryLongValueIsNotSaidAsAWhole() {
        String line = "INVERTOR_IP=" + "x ".repeat(50_000);
        ImportException wrong =
                assertThrows(ImportException.class, () -> GivTcpImport.of(List.of(line)));
        assertTrue(wrong.getMessage().length() < 200, () -> wrong.getMessage());
    }

    @Test
    void aBucketThatIsMissingIsAskedFor() throws Exception {
        List<String> notes =
                GivTcpImport.of(List.of("INVERTOR_IP=192.0.2.1", "INFLUX_OUTPUT=True")).notes();
        assertTrue(notes.toString().contains("set influx.bucket"), notes::toString);
    }
}
