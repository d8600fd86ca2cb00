package io.wattwire.driver.sdm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.wattwire.device.model.Access;
import io.wattwire.device.model.DeviceFamily;
import io.wattwire.device.model.MeterRole;
import io.wattwire.device.model.Model;
import io.wattwire.device.model.Rate;
import io.wattwire.device.model.Register;
import io.wattwire.device.model.RegisterKind;
import io.wattwire.device.model.RegisterTable;
import io.wattwire.device.model.Values;
import io.wattwire.device.model.WriteRole;
import io.wattwire.device.plan.Block;
import io.wattwire.device.plan.Cost;
import io.wattwire.device.plan.ReadPlanner;
import io.wattwire.device.plan.Span;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SdmDriverTest {

    private static final DeviceFamily FAMILY = new SdmDriver().family();

    /** What a meter on the grid connection shows while the house exports 2 kW. */
    private static final Values EXPORTING =
            name ->
                    Optional.ofNullable(
                            Map.<String, Object>of(
                                            "active_power", -2_000.0,
                                            "total_active_power", -2_000.0,
                                            "l3_active_power", -700.0,
                                            "import_active_energy", 11.0,
                                            "export_active_energy", 22.0)
                                    .get(name));

    /** Frames of a real SDM230, published in syssi/esphome-solax-x1-mini issue 20. */
    @ParameterizedTest
    @CsvSource({
        "72, 010404462a7521298c, import_active_energy, 10909.282",
        "72, 010404462a7522698d, import_active_energy, 10909.283",
        "12, 010404458e3c355fb4, active_power, 4551.526",
    })
    void recordedFramesDecodeToTheRecordedValues(
            int address, String answer, String name, double value) {
        Register register = table("sdm230").register(name).orElseThrow();
        assertEquals(RegisterKind.INPUT, register.kind());
        assertEquals(address, register.address());
        byte[] frame = HexFormat.of().parseHex(answer);
        int[] words = {word(frame, 3), word(frame, 5)};
        assertEquals(value, (double) register.decode(words).orElseThrow(), 1e-3);
    }

    /**
     * What the owner of an SDM72 V2 published of it (OpenHausIO, a reader of the SDM72DM-V2), as
     * IEEE 754 words.
     */
    @ParameterizedTest
    @CsvSource({
        "0, 436C, BAE1, l1_voltage, 236.73",
        "2, 436C, BD71, l2_voltage, 236.74",
        "10, C038, F5C3, l3_current, -2.89",
        "14, 441B, 570A, l2_active_power, 621.36",
        "48, 403D, 70A4, sum_current, 2.96",
        "52, C40E, 9852, total_active_power, -570.38",
        "70, 4247, A3D7, frequency, 49.91",
        "342, 4374, C000, total_active_energy, 244.75",
    })
    void anSdm72OfTheSecondVersionShowsWhatItsOwnerSaw(
            int address, String high, String low, String name, double value) {
        Register register = table("sdm72-v2").register(name).orElseThrow();
        assertEquals(RegisterKind.INPUT, register.kind());
        assertEquals(address, register.address());
        int[] words = {Integer.parseInt(high, 16), Integer.parseInt(low, 16)};
        assertEquals(value, (double) register.decode(words).orElseThrow(), 1e-3);
    }

    /** Two meters are sold as SDM72D; the first version measures power and energy only. */
    @Test
    void theFirstSdm72HasTwelveInputsAndNoVoltage() {
        List<Register> inputs =
                table("sdm72").registers().stream()
                        .filter(r -> r.kind() == RegisterKind.INPUT)
                        .toList();
        assertEquals(
                List.of(12, 14, 16, 52, 72, 74, 342, 384, 388, 390, 1280, 1282),
                inputs.stream().map(Register::address).sorted().toList());
        assertTrue(meter("sdm72", MeterRole.GRID, false, 0).point("grid_voltage_l1").isEmpty());
        assertTrue(
                meter("sdm72-v2", MeterRole.GRID, false, 0).point("grid_voltage_l1").isPresent());
    }

    private static int word(byte[] frame, int at) {
        return (frame[at] & 0xFF) << 8 | frame[at + 1] & 0xFF;
    }

    @ParameterizedTest
    @CsvSource({
        "GRID, grid_power, -2000",
        "PV, inverter_power, 2000",
        "BATTERY, battery_power, -2000",
        "LOAD, load_power, -2000",
        "EV, ev_power, -2000",
        "GENERATOR, generator_power, 2000",
    })
    void theRoleDecidesNameAndSign(MeterRole role, String point, double expected) {
        for (String model : List.of("sdm230", "sdm120", "sdm630", "sdm72", "sdm72-v2")) {
            assertEquals(expected, value(model, role, false, 0, point));
            assertEquals(-expected, value(model, role, true, 0, point), "wired the other way");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "GRID, grid_energy_import, 11, 22",
        "GRID, grid_energy_export, 22, 11",
        "PV, inverter_energy_total, 22, 11",
        "BATTERY, battery_energy_charged, 11, 22",
        "BATTERY, battery_energy_discharged, 22, 11",
        "LOAD, load_energy_total, 11, 22",
        "GENERATOR, generator_energy_total, 22, 11",
    })
    void theCountersFollowTheDirectionOfTheWiring(
            MeterRole role, String point, double asWired, double inverted) {
        assertEquals(asWired, value("sdm230", role, false, 0, point));
        assertEquals(inverted, value("sdm230", role, true, 0, point));
    }

    @Test
    void aOnePhaseMeterStandsOnThePhaseItIsToldTo() {
        assertEquals(-2_000.0, value("sdm230", MeterRole.GRID, false, 2, "grid_power_l2"));
        assertTrue(meter("sdm230", MeterRole.GRID, false, 2).point("grid_power_l1").isEmpty());
        assertEquals(-700.0, value("sdm630", MeterRole.GRID, false, 0, "grid_power_l3"));
    }

    @Test
    void aRoleHasNoPointsOfAnother() {
        RegisterTable pv = meter("sdm630", MeterRole.PV, false, 0);
        assertTrue(pv.point("grid_power").isEmpty());
        assertTrue(pv.point("inverter_power").isPresent());
    }

    @Test
    void onlyPowerIsReadInEachCycle() {
        Set<String> oneOrThreePhases =
                Set.of(
                        "active_power",
                        "total_active_power",
                        "l1_active_power",
                        "l2_active_power",
                        "l3_active_power");
        for (Register register : FAMILY.table().registers()) {
            assertEquals(
                    oneOrThreePhases.contains(register.name()),
                    register.rate() == Rate.FAST,
                    register.name());
        }
    }

    @Test
    void requestsAreEvenShortAndStayOutOfTheGaps() {
        for (Model model : FAMILY.models()) {
            List<Span> all =
                    table(model.name()).registers().stream()
                            .map(r -> new Span(r.kind(), r.address(), r.type().words()))
                            .toList();
            Cost line = Cost.rtu(9600, 10, Duration.ofMillis(16));
            for (Block block : ReadPlanner.plan(all, FAMILY.rules(), line, Set.of())) {
                int end = block.address() + block.count();
                assertTrue(block.count() <= 60, model + ": " + block);
                assertEquals(0, block.address() % 2 + block.count() % 2, model + ": " + block);
                boolean input = block.kind() == RegisterKind.INPUT;
                assertTrue(!(input && block.address() < 96 && end > 96), model + ": " + block);
                assertTrue(!(input && block.address() < 346 && end > 346), model + ": " + block);
            }
        }
    }

    @Test
    void nobodyWritesPasswordsOrClearsCountersAndAnOwnerWritesNothing() {
        for (Register register : FAMILY.table().registers()) {
            boolean never =
                    Set.of("password", "reset_maximum_demand", "reset_history")
                            .contains(register.name());
            boolean readOnly = register.access() == Access.R;
            WriteRole expected = never ? WriteRole.NEVER : WriteRole.INSTALLER;
            assertTrue(readOnly || register.role() == expected, register.name());
        }
    }

    private static double value(
            String model, MeterRole role, boolean invert, int phase, String point) {
        return (double)
                meter(model, role, invert, phase)
                        .point(point)
                        .orElseThrow(() -> new AssertionError(model + " has no " + point))
                        .value()
                        .evaluate(EXPORTING)
                        .orElseThrow();
    }

    private static RegisterTable meter(String model, MeterRole role, boolean invert, int phase) {
        return table(model).forMeter(role, invert, phase);
    }

    private static RegisterTable table(String model) {
        return FAMILY.table().forModel(model);
    }
}
