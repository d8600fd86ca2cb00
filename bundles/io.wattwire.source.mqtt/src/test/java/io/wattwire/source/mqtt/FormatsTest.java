package io.wattwire.source.mqtt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FormatsTest {

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void aJsonObjectGivesItsNumbers() {
        assertEquals(
                Map.of("power_active", -250.5, "l1n_voltage", 231.0, "grid_power", 7.0),
                new JsonObjectFormat()
                        .read(
                                bytes(
                                        "{\"power_active\": -250.5, \"l1n_voltage\": \"231\","
                                                + " \"name\": \"meter\", \"on\": true, \"x\": null,"
                                                + " \"grid\": {\"power\": 7}}")));
    }

    @Test
    void aTelegramTellsImportAndExportApart() {
        Map<String, Double> values =
                new P1Format(1000, 500)
                        .read(
                                bytes(
                                        "{\"powerImportedActual\": 0, \"powerExportedActual\": 1500,"
                                                + " \"instantaneousActivePowerL1Plus\": 0,"
                                                + " \"instantaneousActivePowerL1Min\": 1700,"
                                                + " \"instantaneousActivePowerL2Plus\": 200,"
                                                + " \"instantaneousVoltageL1\": 234.5,"
                                                + " \"electricityImported\": 5001000,"
                                                + " \"electricityExported\": 2000500}"));
        assertEquals(-1500, values.get("power_active"));
        assertEquals(-1700, values.get("l1_power_active"));
        assertEquals(200, values.get("l2_power_active"));
        assertEquals(234.5, values.get("l1n_voltage"));
        assertEquals(5000, values.get("import_energy_active"));
        assertEquals(2000, values.get("export_energy_active"));
        assertEquals(50, values.get("frequency"), "as mqttP1 shows it");
        assertEquals(7, values.size());
    }

    @Test
    void halfATelegramIsNoPowerOfZero() {
        Map<String, Double> values =
                new P1Format(0, 0)
                        .read(
                                bytes(
                                        "{\"powerImportedActual\": \"NaN\","
                                                + " \"powerExportedActual\": 0,"
                                                + " \"instantaneousActivePowerL1Plus\": null,"
                                                + " \"instantaneousActivePowerL1Min\": 5,"
                                                + " \"electricityImported\": 1000}"));
        assertEquals(Map.of("import_energy_active", 1.0, "frequency", 50.0), values);
    }

    @Test
    void aLoneNumberGetsItsName() {
        assertEquals(
                Map.of("grid_power", -12.5),
                new NumberFormat("grid_power").read(bytes(" -12.5\n")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[1]", "7", "{", "{\"a\":", "no", "\u0000"})
    void whatIsNoObjectIsRefused(String text) {
        assertThrows(
                IllegalArgumentException.class, () -> new JsonObjectFormat().read(bytes(text)));
        assertThrows(IllegalArgumentException.class, () -> new P1Format(0, 0).read(bytes(text)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "NaN", "Infinity", "one", "1 2"})
    void whatIsNoNumberIsRefused(String text) {
        assertThrows(IllegalArgumentException.class, () -> new NumberFormat("x").read(bytes(text)));
    }

    @Test
    void longAndDeepMessagesAreBounded() {
        byte[] longer = bytes("[".repeat(Format.LONGEST + 1));
        assertThrows(IllegalArgumentException.class, () -> new JsonObjectFormat().read(longer));
        byte[] deep = bytes("{\"a\":".repeat(10_000) + "1" + "}".repeat(10_000));
        assertTrue(givesNothing(deep), "a deep message has no values of a meter");
        assertThrows(
                IllegalArgumentException.class,
                () -> new JsonObjectFormat().read(new byte[] {(byte) 0xC3, 0x28}));
    }

    private static boolean givesNothing(byte[] payload) {
        try {
            return new JsonObjectFormat().read(payload).isEmpty();
        } catch (IllegalArgumentException refused) {
            return true;
        }
    }
}
