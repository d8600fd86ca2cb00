package io.wattwire.device.driver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.wattwire.device.link.GivEnergy;
import io.wattwire.device.link.Rtu;
import io.wattwire.device.link.RtuTcp;
import io.wattwire.device.link.Solarman;
import io.wattwire.device.link.Tcp;
import io.wattwire.device.model.DeviceFamily;
import io.wattwire.device.model.LinkDefaults;
import io.wattwire.device.model.MeterRole;
import io.wattwire.device.model.Service;
import io.wattwire.device.model.WriteRole;
import io.wattwire.device.session.BatteryBounds;
import io.wattwire.device.session.SessionSettings;
import io.wattwire.serial.SerialSettings;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class ConfigurationTest {

    private static final LinkDefaults USUAL =
            new LinkDefaults(
                    2400, 'E', 1, 7, Duration.ofMillis(60), Duration.ofMillis(5), Duration.ZERO);

    private final DeviceFamily family =
            DeviceFamily.of("bench", Benches.meterTable())
                    .meter()
                    .link(USUAL)
                    .model("a", "A")
                    .build();

    private static Map<String, Object> with(Object... pairs) {
        Map<String, Object> properties = new HashMap<>(Map.of("host", "192.0.2.1"));
        for (int i = 0; i < pairs.length; i += 2) {
            properties.put((String) pairs[i], pairs[i + 1]);
        }
        return properties;
    }

    private SessionSettings good(Object... pairs) throws Configuration.Wrong {
        return Configuration.of(family, with(pairs)).session();
    }

    private List<String> wrong(Object... pairs) {
        return assertThrows(Configuration.Wrong.class, () -> Configuration.of(family, with(pairs)))
                .problems();
    }

    @Test
    void theHostAloneIsEnough() throws Configuration.Wrong {
        Configuration configuration = Configuration.of(family, Map.of("host", "192.0.2.1"));
        SessionSettings session = configuration.session();
        assertEquals(new Tcp("192.0.2.1", 502), session.address());
        assertEquals(7, session.unit());
        assertEquals(Duration.ofMillis(800), session.readDeadline());
        assertEquals(Duration.ofMillis(60), session.pause());
        assertFalse(session.writeEnabled());
        assertEquals(MeterRole.GRID, session.role());
        assertTrue(configuration.createAssets());
    }

    @Test
    void typedAndTextValuesMeanTheSame() throws Configuration.Wrong {
        assertEquals(
                good("port", 1502, "write.enabled", true, "installer.cap.w", 3680.0),
                good("port", " 1502 ", "write.enabled", "TRUE", "installer.cap.w", "3680"));
    }

    @Test
    void emptySettingsAreLeftOutSettings() throws Configuration.Wrong {
        assertEquals(
                good(), good("unit.id", "", "model", "  ", "pause.ms", "", "installer.cap.w", ""));
    }

    @Test
    void aSerialLineHasTheDevicesUsualSettings() throws Configuration.Wrong {
        assertEquals(
                new Rtu(new SerialSettings("/dev/ttyUSB0", 2400, 8, 'E', 1)),
                good("connection", "serial", "serial.device", "/dev/ttyUSB0").address());
        assertEquals(
                new Rtu(new SerialSettings("/dev/ttyUSB0", 19200, 8, 'N', 2)),
                good(
                                "connection", "serial",
                                "serial.device", "/dev/ttyUSB0",
                                "serial.baud", 19200,
                                "serial.parity", "none",
                                "serial.stop.bits", "2")
                        .address());
    }

    @Test
    void rtuThroughAGatewayIsAConnectionOfItsOwn() throws Configuration.Wrong {
        assertEquals(
                new RtuTcp("192.0.2.1", 4196),
                good("connection", "rtu-tcp", "port", 4196).address());
    }

    @Test
    void aLoggerHasItsOwnPortPauseAndDeadline() throws Configuration.Wrong {
        SessionSettings session = good("connection", "solarman", "logger.serial", 2712345678L);
        assertEquals(new Solarman("192.0.2.1", 8899, 2712345678L), session.address());
        assertEquals(Duration.ofMillis(100), session.pause());
        assertEquals(Duration.ofSeconds(5), session.readDeadline());
        session =
                good(
                        "connection", "solarman",
                        "logger.serial", " 2712345678 ",
                        "port", "18899",
                        "pause.ms", 0,
                        "read.deadline.ms", 900);
        assertEquals(new Solarman("192.0.2.1", 18899, 2712345678L), session.address());
        assertEquals(Duration.ZERO, session.pause());
        assertEquals(Duration.ofMillis(900), session.readDeadline());
    }

    @Test
    void aDongleHasItsOwnPortPauseAndDeadline() throws Configuration.Wrong {
        SessionSettings session = good("connection", "givenergy");
        assertEquals(new GivEnergy("192.0.2.1", 8899), session.address());
        assertEquals(Duration.ofMillis(300), session.pause());
        assertEquals(Duration.ofSeconds(6), session.readDeadline());
        session = good("connection", "givenergy", "logger.serial", "wf1234g567", "port", 18899);
        assertEquals(new GivEnergy("192.0.2.1", 18899, "WF1234G567"), session.address());
        String problem =
                wrong("connection", "givenergy", "logger.serial", 2712345678L + "1").get(0);
        assertTrue(problem.contains("none of a GivEnergy dongle or inverter"), problem);
    }

    @Test
    void aLoggerNeedsItsSerial() {
        assertEquals(
                List.of(
                        "logger.serial is empty; write the number that is printed on the logger"
                                + " stick"),
                wrong("connection", "solarman"));
        assertEquals(
                List.of(
                        "logger serial '27x' is no number of up to ten digits; it is printed on the"
                                + " logger stick"),
                wrong("connection", "solarman", "logger.serial", "27x"));
    }

    @Test
    void writingIsForOwnersUnlessTheInstallerSaysSo() throws Configuration.Wrong {
        assertEquals(WriteRole.OWNER, good("write.enabled", true).writeAs());
        assertEquals(
                WriteRole.INSTALLER,
                good("write.enabled", true, "installer.writes", true).writeAs());
        assertFalse(good("installer.writes", true).writeEnabled());
    }

    @Test
    void whatAMeterMeasuresIsTakenOver() throws Configuration.Wrong {
        SessionSettings session =
                good("meter.role", "pv", "meter.invert", "true", "meter.phase", "2");
        assertEquals(MeterRole.PV, session.role());
        assertTrue(session.invert());
        assertEquals(2, session.phase());
        assertEquals(OptionalDouble.empty(), session.installerCapW());
    }

    @Test
    void eachWrongSettingHasASentenceOfItsOwn() {
        assertEquals(
                List.of(
                        "port is 'abc'; write a whole number from 1 to 65535",
                        "assets.create is 'yes'; write true or false",
                        "unit.id is '256'; write a whole number from 0 to 255",
                        "model is 'z'; write one of a, or leave it empty to ask the device",
                        "installer.cap.w is '-1'; write a number from 0 on, or leave it empty",
                        "meter.role is 'x'; write grid, pv, battery, load, ev or generator"),
                wrong(
                        "port", "abc",
                        "assets.create", "yes",
                        "unit.id", 256,
                        "model", "z",
                        "installer.cap.w", "-1",
                        "meter.role", "x"));
    }

    @Test
    void aSlowFamilyHasMoreTimeUnlessTheUserSaysOtherwise() throws Configuration.Wrong {
        DeviceFamily slow =
                DeviceFamily.of("slow", Benches.meterTable())
                        .meter()
                        .readDeadline(Duration.ofSeconds(4))
                        .build();
        assertEquals(Duration.ofMillis(800), good().readDeadline());
        assertEquals(
                Duration.ofSeconds(4), Configuration.of(slow, with()).session().readDeadline());
        assertEquals(
                Duration.ofMillis(700),
                Configuration.of(slow, with("read.deadline.ms", 700)).session().readDeadline());
    }

    @Test
    void numbersThatAreNoneAreRefused() {
        assertEquals(1, wrong("installer.cap.w", Double.NaN).size());
        assertEquals(1, wrong("rated.power.w", "Infinity").size());
        assertEquals(1, wrong("read.deadline.ms", "999999999999").size());
        assertEquals(1, wrong("read.deadline.ms", "10").size());
    }

    @Test
    void whereTheDeviceIsMustBeTold() {
        assertEquals(1, wrong("host", "").size());
        assertEquals(1, wrong("connection", "serial").size());
        assertEquals(1, wrong("connection", "carrier pigeon").size());
        assertEquals(
                1,
                wrong("connection", "serial", "serial.device", "/dev/x", "serial.parity", "mark")
                        .size());
    }

    @Test
    void unitIdsOfPartsAreReadOneByOne() throws Configuration.Wrong {
        DeviceFamily parts =
                DeviceFamily.of("parts", Benches.meterTable())
                        .meter()
                        .model("a", "A")
                        .service(Service.unset("grid", "Grid meter"))
                        .service(Service.unit("battery", "Battery", 3))
                        .build();
        assertEquals(
                Map.of("grid", OptionalInt.of(30), "battery", OptionalInt.empty()),
                Configuration.of(parts, with("units", " grid=30, battery=- ")).session().units());
        assertEquals(Map.of(), Configuration.of(parts, with("units", " ")).session().units());
        Configuration.Wrong wrong =
                assertThrows(
                        Configuration.Wrong.class,
                        () ->
                                Configuration.of(
                                        parts,
                                        with("units", "gird=30 grid=256 battery grid=1 grid=2")));
        assertEquals(
                List.of(
                        "units names 'gird'; write one of grid, battery",
                        "units has 'grid=256'; write a part and its unit id from 0 to 255, as"
                                + " grid=30, or grid=- for one that is not there",
                        "units has 'battery'; write a part and its unit id from 0 to 255, as"
                                + " grid=30, or grid=- for one that is not there",
                        "units names 'grid' twice; write it once"),
                wrong.problems());
        assertEquals(
                List.of("units names 'grid'; this device has no parts, leave it empty"),
                wrong("units", "grid=30"));
    }

    @Test
    void aBatterysBoundsAreReadAndChecked() throws Configuration.Wrong {
        DeviceFamily battery =
                DeviceFamily.of("battery", Benches.meterTable())
                        .meter()
                        .model("a", "A")
                        .battery()
                        .build();
        Map<String, Object> bounds =
                with("soc.min", "10", "soc.max", 90, "battery.max.charge.w", "3000");
        OptionalDouble none = OptionalDouble.empty();
        assertEquals(
                new BatteryBounds(
                        OptionalDouble.of(10),
                        OptionalDouble.of(90),
                        OptionalDouble.of(3000),
                        none,
                        none),
                Configuration.of(battery, bounds).session().battery());
        Configuration.Wrong wrong =
                assertThrows(
                        Configuration.Wrong.class,
                        () -> Configuration.of(battery, with("soc.min", "90", "soc.max", "10")));
        assertEquals(
                List.of("soc.min is 90.0 and soc.max 10.0; write a soc.min below soc.max"),
                wrong.problems());
        assertEquals(BatteryBounds.none(), good("soc.min", "10").battery(), "no battery");
    }
}
