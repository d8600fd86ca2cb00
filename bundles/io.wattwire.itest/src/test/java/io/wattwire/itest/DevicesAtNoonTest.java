package io.wattwire.itest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.wattwire.device.model.DeviceFamily;
import io.wattwire.device.model.Model;
import io.wattwire.device.model.PointControl;
import io.wattwire.device.model.Register;
import io.wattwire.device.model.RegisterTable;
import io.wattwire.device.model.RegisterWrite;
import io.wattwire.device.model.Values;
import io.wattwire.simulator.device.SimulatedDevice;
import io.wattwire.simulator.device.WorkingDevice;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The simulated device of each model is one that a driver can be tried with. */
class DevicesAtNoonTest {

    /** A device of a family. */
    record Case(DeviceFamily family, Model model) {

        WorkingDevice device() {
            return new WorkingDevice(family, model.name(), () -> 0);
        }

        RegisterTable table() {
            return family.table().forModel(model.name());
        }

        List<PointControl> controls(String point) {
            return family.controls().stream()
                    .filter(it -> it.point().equals(point))
                    .filter(it -> it.models().isEmpty() || it.models().contains(model.name()))
                    .toList();
        }

        /** Where a register is written. */
        SimulatedDevice at(WorkingDevice device, Register register) {
            boolean apart =
                    family.service(register.service()).filter(it -> !it.sameUnit()).isPresent();
            return apart ? device.parts(List.of(register.service())) : device;
        }

        @Override
        public String toString() {
            return family.name() + " " + model.name();
        }
    }

    static Stream<Case> models() {
        return AllDrivers.families().stream()
                .flatMap(family -> family.models().stream().map(model -> new Case(family, model)));
    }

    @ParameterizedTest
    @MethodSource("models")
    void itSaysWhichModelItIs(Case each) {
        WorkingDevice device = each.device();
        each.family()
                .identification()
                .filter(who -> who.examples().containsKey(each.model().name()))
                .ifPresent(
                        who ->
                                assertEquals(
                                        each.model().name(), who.identify(known(device)).model()));
    }

    private static Values known(WorkingDevice device) {
        return name ->
                device.table().register(name).isPresent() ? device.get(name) : Optional.empty();
    }

    /**
     * A battery that keeps what it was told discharges, and the house exports more, until the
     * device forgets it. SMA's does not tell what it was told, a GX is told for the grid.
     */
    @Test
    void aBatteryDoesWhatItIsToldUntilThatExpires() throws Exception {
        int tried = 0;
        for (Case each : models().toList()) {
            if (List.of("sma", "victron").contains(each.family().name())) {
                continue;
            }
            for (PointControl control : each.controls("battery_power_setpoint")) {
                assertObeys(each, control);
                tried++;
            }
        }
        assertTrue(tried >= 9, "only " + tried);
    }

    private static void assertObeys(Case each, PointControl control) throws Exception {
        AtomicLong clock = new AtomicLong();
        WorkingDevice device = new WorkingDevice(each.family(), each.model().name(), clock::get);
        Duration forgets = Duration.ZERO;
        for (RegisterWrite write : control.commands(-1000, known(device))) {
            Register register = each.table().register(write.register()).orElseThrow();
            int[] words = register.encode(write.value());
            each.at(device, register).write(register.kind(), register.address(), words);
            forgets = register.expiry().isZero() ? forgets : register.expiry();
        }
        assertEquals(-1000.0, watts(device, "battery_power"), 10, each.toString());
        assertEquals(-4700.0, watts(device, "grid_power"), 30, each.toString());
        clock.addAndGet(forgets.toNanos());
        double then = forgets.isZero() ? -1000 : 2600;
        assertEquals(then, watts(device, "battery_power"), 10, each + " later");
    }

    private static double watts(WorkingDevice device, String point) {
        return device.get(point).map(value -> ((Number) value).doubleValue()).orElse(Double.NaN);
    }

    @ParameterizedTest
    @MethodSource("models")
    void itsValuesAreThoseOfAHouseAtNoon(Case each) {
        WorkingDevice device = each.device();
        for (Map.Entry<String, List<Double>> range :
                Map.of(
                                "grid_power", List.of(-6000.0, -500.0),
                                "grid_frequency", List.of(49.9, 50.1),
                                "grid_voltage_l1", List.of(220.0, 240.0),
                                "inverter_voltage_l1", List.of(220.0, 240.0),
                                "inverter_rated_power", List.of(3000.0, 20_000.0),
                                "pv_power", List.of(3000.0, 6000.0),
                                "battery_power", List.of(2500.0, 2700.0),
                                "battery_soc", List.of(60.0, 64.0),
                                "load_power", List.of(1100.0, 1300.0))
                        .entrySet()) {
            boolean known =
                    device.table()
                            .point(range.getKey())
                            .filter(point -> point.role().isEmpty() || each.family().meter())
                            .isPresent();
            if (!known || each.family().meter() && !range.getKey().startsWith("grid")) {
                continue;
            }
            double shown =
                    device.get(range.getKey())
                            .map(value -> ((Number) value).doubleValue())
                            .orElse(Double.NaN);
            assertTrue(
                    shown >= range.getValue().get(0) && shown <= range.getValue().get(1),
                    each + " shows " + range.getKey() + " = " + shown);
        }
    }

    @Test
    void everyModelIsTried() {
        assertTrue(models().count() >= 25, "only " + models().toList());
    }
}
