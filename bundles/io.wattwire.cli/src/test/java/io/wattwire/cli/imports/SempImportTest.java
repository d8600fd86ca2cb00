package io.wattwire.cli.imports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.wattwire.standalone.configuration.SnapshotReader;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.kura.configuration.ComponentConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SempImportTest {

    private static final String RTU =
            """
            [server]
            device = /dev/ttyUSB7
            baud = 9600
            parity = N
            timeout = 0.1
            log_level = INFO
            meters = Meter 1, pv

            [Meter 1]
            type = sdm630
            dst_address = 2
            ct_current = 50
            refresh_rate = 1
            device = /dev/ttyUSB1
            src_address = 3
            retries = 3
            colour = blue

            [pv]
            type: mqttP1
            DST_ADDRESS: 3
            host: 10.0.0.5
            meterValuesTopic: p1
            offset_import: 1200
            """;

    private static final String TCP =
            """
            # the inverter's gateway dials in
            [server]
            port = 5503
            framer = rtu
            meters = grid, own, db

            [grid]
            type = sdm120
            host = 10.0.0.9
            port = 502

            [own]
            type = my_script
            dst_address = 5
            secret_option = 1

            [db]
            type = influxdb
            dst_address = 6
            bucket = power
            where_key = device
            where_value = main

            [unused]
            type = generic
            """;

    private static Map<String, Map<String, Object>> components(SempImport.Result result)
            throws Exception {
        Map<String, Map<String, Object>> components = new TreeMap<>();
        byte[] xml = result.xml().getBytes(StandardCharsets.UTF_8);
        for (ComponentConfiguration each :
                SnapshotReader.read(new ByteArrayInputStream(xml), "imported")) {
            components.put(each.getPid(), each.getConfigurationProperties());
        }
        return components;
    }

    private static SempImport.Result imported(String text) throws ImportException {
        return SempImport.of(text.lines().toList());
    }

    @Test
    void anRtuConfigurationBecomesDriversAssetsAndWires() throws Exception {
        Map<String, Map<String, Object>> made = components(imported(RTU));
        Map<String, Object> meter = made.get("meter-1-driver");
        assertEquals("/dev/ttyUSB7", meter.get("serial.device"));
        assertEquals("none", meter.get("serial.parity"));
        assertEquals(2, meter.get("unit.id"));
        assertEquals(50, meter.get("ct.current"));
        assertEquals("218170710", meter.get("serial.number"));
        Map<String, Object> source = made.get("meter-1-source-driver");
        assertEquals("sdm630", source.get("model"));
        assertEquals(3, source.get("unit.id"));
        assertEquals(9600, source.get("serial.baud"));
        assertEquals(1000, made.get("meter-1-timer").get("simple.interval"));
        assertEquals("READ", made.get("meter-1-source").get("grid_power#+type"));
        assertEquals("WRITE", made.get("meter-1").get("grid_power#+type"));
        Map<String, Object> p1 = made.get("pv-source");
        assertEquals("p1", p1.get("format"));
        assertEquals("1200", p1.get("offset.import.wh"));
        assertEquals("WRITE", made.get("pv").get("l3_power_active#+type"));
        assertEquals("WRITE", made.get("pv").get("p3_power_active#+type"), "as in 2020");
        String graph =
                made.get("org.eclipse.kura.wire.graph.WireGraphService")
                        .get("WireGraph")
                        .toString();
        assertTrue(
                graph.contains(
                        "\"emitter\":\"meter-1-source\",\"emitterPort\":0,\"receiver\":\"meter-1\""));
        assertTrue(graph.contains("\"emitter\":\"pv-source\""));
    }

    @Test
    void everyLineThatIsNotCarriedOverIsSaid() throws Exception {
        assertEquals(
                List.of(
                        "line 5: timeout is left out; the emulated meter answers at once",
                        "line 6: log_level is left out; Kura's own logging decides",
                        "line 16: retries is left out; a lost frame is asked for again by itself",
                        "line 17: colour is left out; semp knows no such key"),
                imported(RTU).notes());
    }

    @Test
    void aTcpConfigurationWithAScriptOfItsOwn() throws Exception {
        SempImport.Result result = imported(TCP);
        Map<String, Map<String, Object>> made = components(result);
        assertEquals(3, result.meters());
        assertEquals("rtu-tcp", made.get("grid-driver").get("connection"));
        assertEquals(5503, made.get("grid-driver").get("port"));
        assertEquals("tcp", made.get("grid-source-driver").get("connection"));
        assertEquals("http://localhost:8086", made.get("db-source").get("url"));
        assertEquals("main", made.get("db-source").get("where.value"));
        assertEquals(
                List.of(
                        "the meters listen on all addresses, as semp did; name the inverter's"
                                + " gateway in allow.list",
                        "line 13: type my_script is a device script of your own and is not carried"
                                + " over; wire a source to own",
                        "line 15: secret_option belongs to it",
                        "line 24: [unused] is left out, as [server] does not name it among its"
                                + " meters"),
                result.notes());
    }

    @Test
    void defaultsHoldForAllSectionsAndZerosInFrontMakeNothingOctal() throws Exception {
        SempImport.Result result =
                imported(
                        """
                        [DEFAULT]
                        refresh_rate = 20
                        shade = 1
                        [server]
                        port = 5502
                        address = 127.0.0.1
                        meters = a
                        [a]
                        type = sdm630
                        dst_address = 010
                        serial_number = 0987654
                        """);
        Map<String, Map<String, Object>> made = components(result);
        assertEquals(20_000, made.get("a-timer").get("simple.interval"));
        assertEquals(10, made.get("a-driver").get("unit.id"));
        assertEquals("987654", made.get("a-driver").get("serial.number"));
        assertEquals(
                List.of(
                        "[a] has a refresh_rate of 20 s; for export control write 10 or less, as the"
                                + " meter is silent when a value is older than 15 s",
                        "line 8: [a] names neither device nor host; set host of a-source-driver",
                        "line 3: shade is left out; semp knows no such key"),
                result.notes());
    }

    @Test
    void metersWhoseNamesDifferInASpaceOnlyStayTwo() throws Exception {
        Map<String, Map<String, Object>> made =
                components(
                        imported(
                                """
                                [server]
                                meters = m 1, m-1, m 1 source
                                [m 1]
                                type = mqtt
                                dst_address = 2
                                [m-1]
                                type = mqtt
                                dst_address = 3
                                [m 1 source]
                                type = mqtt
                                dst_address = 4
                                """));
        assertEquals(2, made.get("m-1-driver").get("unit.id"));
        assertEquals(3, made.get("m-1-2-driver").get("unit.id"));
        assertEquals(4, made.get("m-1-source-2-driver").get("unit.id"));
        assertEquals("meter", made.get("m-1-source").get("topic"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[server]\\nmeters = a | no section [a]",
                "[server]\\ndevice = /dev/x | names no meters",
                "[meter]\\ntype = sdm120 | no [server] section",
                "[server]\\nmeters = a\\n[a]\\nct_current = 0 | line 4: ct_current is '0'",
                "[server]\\nmeters = a, b\\n[a]\\n[b] | the same dst_address 2",
                "[server]\\nmeters = a\\n[a]\\ndst_address = 300 | whole number from 1 to 247",
                "[server]\\nmeters = a\\n[a]\\n[a] | begins twice",
                "[server]\\nmeters = a\\n[a]\\nphase_offset = 45 | line 4: phase_offset is 45; write 0, 60",
                "[server]\\nmeters = a\\nport = x\\n[a] | line 3: port is 'x'",
                "[server]\\nmeters = a\\n[a]\\ntype = sdm230\\ndevice = d\\nbaud = fast | line 6: baud is 'fast'",
                "meters = a | neither [section] nor key",
                "[server]\\nhello | neither [section] nor key",
            })
    void whatCannotWorkIsRefusedWithItsLine(String text, String expected) {
        String message =
                assertThrows(ImportException.class, () -> imported(text.replace("\\n", "\n")))
                        .getMessage();
        assertTrue(message.contains(expected), message);
    }
}
