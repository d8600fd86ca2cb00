package io.wattwire.device.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.wattwire.device.model.DeviceFamily;
import io.wattwire.device.model.FamilyBuilder;
import io.wattwire.device.model.Reading;
import io.wattwire.device.model.Service;
import io.wattwire.device.model.WriteRole;
import io.wattwire.device.server.Answer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ServicesTest {

    private static final int GRID = 30;
    private static final int GATEWAY_PATH = 10;
    private static final int GATEWAY_TARGET = 11;
    private static final int ILLEGAL_ADDRESS = 2;
    private static final int ILLEGAL_VALUE = 3;

    private static final String REGISTERS =
            """
            name,service,kind,address,type,unit,rate,access,min,max,role,storage
            state,,holding,100,U16,,fast,R,,,,
            mode,near,holding,101,U16,,fast,R,,,,
            grid_w,grid,holding,100,S16,W,fast,RW,0,9,owner,volatile
            grid_hz,grid,holding,102,U16,Hz,fast,R,,,,
            heat,heater,holding,100,U16,,fast,RW,0,9,owner,volatile
            """;

    private final DeviceBench bench =
            new DeviceBench(
                            family(),
                            settings -> settings.writable(WriteRole.OWNER),
                            DeviceBench.OWN,
                            GRID)
                    .set(DeviceBench.OWN, 100, 7, 8)
                    .set(GRID, 100, 5, 0, 50);

    private static FamilyBuilder family() {
        return DeviceFamily.of("parts", Tables.of(REGISTERS, "name,value\n"))
                .service(Service.sameUnit("near", "On the device's unit id"))
                .service(Service.unit("grid", "Grid meter", GRID))
                .service(Service.unset("heater", "Heater"));
    }

    @AfterEach
    void close() {
        bench.close();
    }

    private List<Object> values(String... names) {
        return bench.session.prepare(List.of(names)).read().stream().map(Reading::value).toList();
    }

    @Test
    void eachServiceIsAskedOnItsUnitIdAndNoRequestCrossesThem() {
        assertEquals(List.of(7.0, 8.0, 5.0, 50.0), values("state", "mode", "grid_w", "grid_hz"));
        assertEquals(List.of("1 read 100 2", "30 read 100 3"), bench.asked());
    }

    @Test
    void theOwnersUnitIdsHoldInThePlaceOfTheUsualOnes() {
        bench.restart(
                settings ->
                        settings.units(
                                Map.of("near", OptionalInt.of(GRID), "grid", OptionalInt.of(1))));
        bench.set(GRID, 101, 9);
        assertEquals(List.of(9.0, 7.0), values("mode", "grid_w"));
    }

    @Test
    void aServiceWithoutUnitIdSaysHowToGiveOneAndIsNotAsked() {
        Reading heat = bench.read("heat");
        assertFalse(heat.good());
        assertEquals(
                "service heater has no unit id yet; write it into the setting units, as heater=30",
                heat.problem());
        WriteRefused refused =
                assertThrows(WriteRefused.class, () -> bench.session.write("heat", 1));
        assertEquals(heat.problem(), refused.getMessage());
        assertEquals(List.of(), bench.asked());
        assertEquals(
                List.of("near", "grid"),
                bench.session.services().stream().map(Service::name).toList());
    }

    @Test
    void aServiceThatIsNotThereCanBeSwitchedOff() {
        bench.restart(settings -> settings.units(Map.of("grid", OptionalInt.empty())));
        assertTrue(bench.read("grid_w").problem().startsWith("service grid is said not to be"));
        assertEquals(List.of(), bench.asked());
    }

    @Test
    void writesGoToTheServicesUnitId() throws Exception {
        bench.session.write("grid_w", 4);
        assertEquals(List.of("30 write 100 4"), bench.written());
    }

    @Test
    void aGatewaysRefusalIsTheServicesProblemOnly() {
        bench.restart(settings -> settings.readDeadline(Duration.ofMillis(1000)));
        DeviceSession.Prepared all = bench.session.prepare(List.of("grid_w", "state"));
        all.read();
        bench.answer(GRID, Answer.exception(GATEWAY_TARGET));
        for (int second = 0; second < 90; second++) {
            bench.pass(1);
            List<Reading> read = all.read();
            assertFalse(read.get(0).good());
            assertTrue(read.get(1).good(), read.get(1).problem());
        }
        assertEquals(LinkState.CONNECTED, bench.session.health().state());
        long tries = bench.asked().stream().filter(ask -> ask.startsWith("30")).count();
        assertTrue(tries < 90 / 1.5 + 3, "a silent part is tried less often: " + tries);
        bench.answer(GRID, Answer.normal());
        bench.pass(10);
        assertTrue(all.read().get(0).good());
    }

    /** A GX answers so for a service that it lacks, on the unit id of its own too. */
    @Test
    void aDeviceThatIsTheGatewayLivesWhenItRefusesAPart() {
        try (DeviceBench gateway =
                new DeviceBench(family().gateway(), settings -> settings, DeviceBench.OWN)) {
            gateway.set(DeviceBench.OWN, 100, 7, 8);
            gateway.answer(DeviceBench.OWN, Answer.exception(GATEWAY_PATH));
            assertFalse(gateway.read("mode").good());
            assertEquals(LinkState.CONNECTED, gateway.session.health().state());
            gateway.answer(DeviceBench.OWN, Answer.normal());
            assertTrue(gateway.read("mode").good());
        }
    }

    @Test
    void aSilentServiceCostsTheOthersNoValue() {
        bench.restart(settings -> settings.readDeadline(Duration.ofMillis(1000)));
        DeviceSession.Prepared all = bench.session.prepare(List.of("grid_w", "state"));
        all.read();
        bench.answer(GRID, Answer.silent());
        bench.pass(1);
        List<Reading> read = all.read();
        assertFalse(read.get(0).good());
        assertTrue(read.get(1).good(), read.get(1).problem());
        assertEquals(LinkState.CONNECTED, bench.session.health().state());
    }

    @Test
    void aDeviceWithAllItsPartsSilentIsDead() {
        bench.restart(settings -> settings.readDeadline(Duration.ofMillis(1000)));
        DeviceSession.Prepared grid = bench.session.prepare(List.of("grid_w"));
        grid.read();
        bench.answer(GRID, Answer.silent());
        for (int second = 0; second < 80; second += 10) {
            bench.pass(10);
            grid.read();
        }
        assertEquals(LinkState.DEAD, bench.session.health().state());
        bench.answer(GRID, Answer.normal());
        bench.pass(60);
        assertTrue(grid.read().get(0).good());
    }

    @Test
    void aHoleOfOneServiceIsNoneOfAnotherAndStaysWhileTheLinkLives() {
        for (int code : List.of(ILLEGAL_ADDRESS, ILLEGAL_VALUE)) {
            bench.restart();
            bench.answer(GRID, Answer.exception(code));
            assertEquals(4, values("state", "mode", "grid_w", "grid_hz").size());
            bench.answer(GRID, Answer.normal());
            assertTrue(bench.read("state").good());
            bench.asked();
            assertTrue(bench.read("grid_w").problem().startsWith("this device does not have it"));
            assertEquals(List.of(), bench.asked());
        }
    }
}
