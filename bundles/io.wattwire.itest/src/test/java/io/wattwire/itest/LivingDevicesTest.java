package io.wattwire.itest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.wattwire.device.model.Access;
import io.wattwire.device.model.DeviceFamily;
import io.wattwire.device.model.FailSafeClass;
import io.wattwire.device.model.Identity;
import io.wattwire.device.model.MeterRole;
import io.wattwire.device.model.Point;
import io.wattwire.device.model.PointControl;
import io.wattwire.device.model.Register;
import io.wattwire.device.model.RegisterTable;
import io.wattwire.device.model.RegisterWrite;
import io.wattwire.device.model.Values;
import io.wattwire.device.server.ModbusFault;
import io.wattwire.simulator.device.LivingDevice;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Simulated devices of every driver are good enough to develop against. */
class LivingDevicesTest {

    private static final double SUN_W = 3_000;
    private static final double LOAD_W = 1_200;

    private double seconds;

    static Stream<Arguments> models() {
        return AllDrivers.families().stream()
                .flatMap(
                        family ->
                                family.models().stream()
                                        .map(model -> Arguments.of(family, model.name())));
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("models")
    void everyRegisterAndPointOfAPresentPartShowsAValue(DeviceFamily family, String model) {
        LivingDevice device = device(family, model);
        List<String> empty = new ArrayList<>();
        for (Register register : table(family, model).registers()) {
            if (register.access() != Access.W && device.get(register.name()).isEmpty()) {
                empty.add(register.name());
            }
        }
        for (Point point : table(family, model).points()) {
            if (!point.value().registers().isEmpty() && device.get(point.name()).isEmpty()) {
                empty.add(point.name());
            }
        }
        assertEquals(List.of(), empty);
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("models")
    void theModelIsRecognised(DeviceFamily family, String model) {
        LivingDevice device = device(family, model);
        boolean told =
                family.identification()
                        .filter(who -> who.examples().containsKey(model))
                        .isPresent();
        if (told) {
            Identity identity =
                    family.identification().get().identify(values(device, family, model));
            assertTrue(identity.recognised(), model);
            assertEquals(model, identity.model());
        }
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("models")
    void thePowersAreThoseOfOneHouse(DeviceFamily family, String model) {
        LivingDevice device = device(family, model);
        Values points = points(device, family, model);
        OptionalDouble battery = points.number("battery_power");
        battery.ifPresent(watts -> assertEquals(1_500, watts, 30, "battery"));
        boolean stores = battery.isPresent() || points.number("battery_soc").isPresent();
        OptionalDouble grid = points.number("grid_power");
        grid.ifPresent(watts -> assertEquals(stores ? -300 : -1_800, watts, 60, "grid"));
        points.number("pv_power").ifPresent(watts -> assertEquals(SUN_W, watts, 30, "pv"));
        points.number("load_power").ifPresent(watts -> assertEquals(LOAD_W, watts, 30, "load"));
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("models")
    void aSetPointMovesTheBatteryAndTheEndOfItLetsGo(DeviceFamily family, String model)
            throws ModbusFault {
        LivingDevice device = device(family, model);
        PointControl control = control(family, model, "battery_power_setpoint");
        if (control == null) {
            return;
        }
        double wanted = -800;
        Values values = values(device, family, model);
        List<RegisterWrite> saved = new ArrayList<>();
        for (String name : control.saved()) {
            saved.add(new RegisterWrite(name, values.get(name).orElseThrow(), false));
        }
        Values points = points(device, family, model);
        double before = power(points, control);
        write(device, family, model, control.commands(wanted, values));
        seconds += 0.5;
        double soon = power(points, control);
        assertTrue(Math.abs(soon - wanted) > 100, "with lag: " + soon);
        seconds += 5;
        double step = control.step(values).orElse(0);
        assertEquals(wanted, power(points, control), Math.max(60, step), "in steps of " + step);
        write(device, family, model, control.letGo(values));
        write(device, family, model, saved);
        seconds += 200;
        power(points, control);
        seconds += 10;
        assertEquals(before, power(points, control), 50, "let go");
    }

    /**
     * In ESS modes 1 and 2 a GX holds the grid at the set-point, whatever the PV behind it gives.
     */
    @Test
    void aGxHoldsTheGridAtItsSetPoint() throws ModbusFault {
        DeviceFamily family = family("victron");
        LivingDevice device = device(family, "gx");
        for (double wanted : new double[] {1_000, -700}) {
            write(
                    device,
                    family,
                    "gx",
                    List.of(new RegisterWrite("hub4_grid_setpoint", wanted, false)));
            for (int i = 0; i < 10; i++) {
                seconds += 1;
                device.refresh();
            }
            assertEquals(wanted, points(device, family, "gx").number("grid_power").orElse(0), 20);
        }
    }

    /** What is told twice is told alike, and clipped where it has just 16 bits. */
    @ParameterizedTest(name = "{1}")
    @MethodSource("models")
    void theNarrowTwinOfARegisterTellsTheSame(DeviceFamily family, String model) {
        LivingDevice device = device(family, model);
        Values values = values(device, family, model);
        for (Register narrow : table(family, model).registers()) {
            OptionalDouble wide = values.number(narrow.name().replace("_16bit", ""));
            if (narrow.name().endsWith("_16bit") && narrow.access() == Access.R) {
                double most = 0x7FFF * narrow.scale();
                assertEquals(
                        Math.min(most, wide.orElseThrow()),
                        Math.min(most, values.number(narrow.name()).orElseThrow()),
                        narrow.scale(),
                        narrow.name());
            }
        }
    }

    /** A counter of one direction never shows the other one as less than nothing. */
    @Test
    void importAndExportAreNeverBelowZero() {
        LivingDevice device = device(family("sma"), "si");
        assertEquals(0.0, device.get("grid_import_power").orElseThrow());
        assertEquals(300.0, device.get("grid_export_power").orElseThrow());
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("models")
    void aLimitIsNotBelowWhatTheInverterMakes(DeviceFamily family, String model) {
        LivingDevice device = device(family, model);
        PointControl control = control(family, model, "inverter_power_limit");
        OptionalDouble makes = points(device, family, model).number("inverter_power");
        if (control != null && makes.isPresent()) {
            double limit = control.readBack(values(device, family, model)).orElse(1e9);
            assertTrue(limit >= makes.getAsDouble(), limit + " W, and makes " + makes);
        }
    }

    /** At the side that the set-point is of: one that follows other powers is of the AC side. */
    /** Class A: who commands no more leaves a device that is safe by itself. */
    @ParameterizedTest(name = "{1}")
    @MethodSource("models")
    void aDeviceOfClassALooksAfterItself(DeviceFamily family, String model) throws ModbusFault {
        for (String point : List.of("battery_power_setpoint", "inverter_power_limit")) {
            PointControl control = control(family, model, point);
            if (control == null || control.failSafeClass() != FailSafeClass.A) {
                continue;
            }
            LivingDevice device = device(family, model);
            Values points = points(device, family, model);
            boolean limit = point.endsWith("_limit");
            double makes = points.number("inverter_power").orElse(0);
            double wanted = limit ? Math.rint(makes / 2) : -800;
            write(device, family, model, control.commands(wanted, values(device, family, model)));
            pass(device, 8); // some GX forget after 10 s
            double obeyed =
                    limit ? points.number("inverter_power").orElse(0) : power(points, control);
            assertEquals(wanted, obeyed, limit ? makes / 4 : 60, point);
            for (int i = 0; i < 190; i++) {
                seconds += 10;
                device.refresh();
            }
            if (limit) {
                double after = points.number("inverter_power").orElseThrow();
                assertTrue(after <= wanted + 5, "opened to " + after);
            } else {
                double after = power(points, control);
                assertTrue(after > wanted / 2, "still " + after);
            }
        }
    }

    private void pass(LivingDevice device, int howLong) {
        for (int i = 0; i < howLong; i++) {
            seconds += 1;
            device.refresh();
        }
    }

    /** 704 falls to what it is told to fall to, and does not open, whoever told it. */
    @Test
    void aReversionOf704ClosesTheInverter() throws ModbusFault {
        DeviceFamily family = family("sunspec");
        LivingDevice device = device(family, "der");
        PointControl control = control(family, "der", "inverter_power_limit");
        write(device, family, "der", control.commands(1_000, values(device, family, "der")));
        pass(device, 55);
        Values points = points(device, family, "der");
        assertEquals(1_000, points.number("inverter_power").orElseThrow(), 20);
        pass(device, 20);
        assertEquals(0, points.number("inverter_power").orElseThrow(), 20);
    }

    /** It needs no command, but some sign of life. */
    @Test
    void anArmedWatchdogOfAVppInverterHearsEachRequest() throws ModbusFault {
        DeviceFamily family = family("growatt");
        Map<String, Object> armed =
                Map.of(
                        "vpp_ems_comm_failure_enable",
                        "on",
                        "vpp_ems_comm_failure_time",
                        30,
                        "vpp_export_limit_failure_rate",
                        10);
        LivingDevice device = new LivingDevice(family, "vpp", SUN_W, LOAD_W, () -> seconds, armed);
        PointControl control = control(family, "vpp", "inverter_power_limit");
        write(device, family, "vpp", control.commands(1_000, values(device, family, "vpp")));
        Register asked = table(family, "vpp").register("vpp_static_active_power_limit_pct").get();
        for (int i = 0; i < 5; i++) {
            pass(device, 20);
            device.read(asked.kind(), asked.address(), 1);
        }
        assertEquals(20.0, device.get(asked.name()).orElseThrow());
        pass(device, 40);
        assertEquals(10.0, device.get(asked.name()).orElseThrow());
    }

    private static double power(Values points, PointControl control) {
        OptionalDouble battery = points.number("battery_power");
        return battery.isPresent() && control.follows().isZero()
                ? battery.getAsDouble()
                : -points.number("inverter_power").orElseThrow();
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("models")
    void aLimitHoldsTheInverter(DeviceFamily family, String model) throws ModbusFault {
        LivingDevice device = device(family, model);
        PointControl control = control(family, model, "inverter_power_limit");
        Values points = points(device, family, model);
        if (control == null || points.number("inverter_power").isEmpty()) {
            return;
        }
        double before = points.number("inverter_power").orElseThrow();
        if (before <= 0) {
            return; // a battery's inverter charges at noon: there is nothing to limit
        }
        double wanted = Math.rint(before / 2);
        write(device, family, model, control.commands(wanted, values(device, family, model)));
        seconds += 10;
        double after = points.number("inverter_power").orElseThrow();
        assertTrue(after <= wanted + 5 && after > wanted / 2, before + " W became " + after);
    }

    private static DeviceFamily family(String name) {
        return AllDrivers.families().stream()
                .filter(family -> family.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private LivingDevice device(DeviceFamily family, String model) {
        return new LivingDevice(family, model, SUN_W, LOAD_W, () -> seconds, Map.of());
    }

    private static RegisterTable table(DeviceFamily family, String model) {
        RegisterTable table = family.exampleTable(model);
        return family.meter() ? table.forMeter(MeterRole.GRID, false, 0) : table;
    }

    private static Values values(LivingDevice device, DeviceFamily family, String model) {
        RegisterTable table = table(family, model);
        return name -> table.register(name).flatMap(register -> device.get(name));
    }

    private static Values points(LivingDevice device, DeviceFamily family, String model) {
        RegisterTable table = table(family, model);
        return name -> table.point(name).flatMap(point -> device.get(name));
    }

    private static PointControl control(DeviceFamily family, String model, String point) {
        return family.controls().stream()
                .filter(control -> control.point().equals(point))
                .filter(c -> c.models().isEmpty() || c.models().contains(model))
                .findFirst()
                .orElse(null);
    }

    private static void write(
            LivingDevice device, DeviceFamily family, String model, List<RegisterWrite> writes)
            throws ModbusFault {
        for (RegisterWrite write : writes) {
            Register register = table(family, model).register(write.register()).orElseThrow();
            boolean own = family.service(register.service()).map(s -> s.sameUnit()).orElse(true);
            (own ? device : device.parts(List.of(register.service())))
                    .write(
                            register.kind(),
                            register.address(),
                            register.scaled(values(device, family, model))
                                    .orElseThrow()
                                    .encode(write.value()));
        }
    }
}
