package io.wattwire.device.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.wattwire.device.link.LinkException;
import io.wattwire.device.model.DeviceFamily;
import io.wattwire.device.model.FamilyBuilder;
import io.wattwire.device.model.Presence;
import io.wattwire.device.model.Service;
import io.wattwire.device.server.Answer;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PartProbeTest {

    private static final int OWN = DeviceBench.OWN;
    private static final int GRID = 30;
    private static final int GATEWAY_TARGET = 11;

    private static final String REGISTERS =
            """
            name,service,kind,address,type,invalid,rate,access
            state,,holding,100,U16,,fast,R
            serial,pack,holding,200,U16,,static,R
            volts,pack,holding,201,U16,0xFFFF,fast,R
            amps,pack,holding,202,S16,0xFFFF,fast,R
            soc,pack,holding,203,U16,0xFFFF,slow,R
            fault,pack,holding,204,U16,0xFFFF,slow,R
            meter_state,meter,holding,300,U16,,slow,R
            watts,meter,holding,301,S16,,fast,R
            grid_w,grid,holding,100,S16,,fast,R
            reset,relay,holding,400,U16,,slow,W
            """;

    private static final Service PACK = Service.sameUnit("pack", "Pack");
    private static final Service METER = Service.sameUnit("meter", "Meter");
    private static final Service GRID_METER = Service.unit("grid", "Grid meter", GRID);
    private static final Service RELAY = Service.sameUnit("relay", "Relay");

    private final DeviceBench bench =
            new DeviceBench(family(), settings -> settings, OWN, GRID).set(OWN, 100, 7);

    private static FamilyBuilder family() {
        return DeviceFamily.of("parts", Tables.of(REGISTERS, "name,value\n"))
                .service(PACK)
                .service(METER)
                .service(GRID_METER)
                .service(RELAY)
                .presence(new Presence("meter", "meter_state", "1"));
    }

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void aPartThatShowsSomethingCostsOneRequest() throws Exception {
        bench.set(OWN, 200, 1234, 0, 0, 0, 0);
        assertTrue(bench.session.answers(PACK));
        assertEquals(List.of("1 read 200 1"), bench.asked());
    }

    /** Whoever has only the last of the registers has the part. */
    @Test
    void firmwareThatLacksSomeOfItsRegistersHasThePart() throws Exception {
        bench.set(OWN, 204, 3);
        assertTrue(bench.session.answers(PACK));
    }

    @Test
    void aPartThatIsRefusedCostsThreeRequestsAndNoneAgainOnThisLink() throws Exception {
        assertFalse(bench.session.answers(PACK));
        assertEquals(List.of("1 read 200 1", "1 read 202 1", "1 read 204 1"), bench.asked());
        bench.pass(3600);
        assertFalse(bench.session.answers(PACK));
        assertEquals(List.of(), bench.asked());
        bench.set(OWN, 200, 1234, 512, 0, 60, 0);
        bench.restart();
        assertTrue(bench.session.answers(PACK));
    }

    @Test
    void aPartOfWhichAllIsZeroOrWithoutValueIsAbsentUntilItShowsSomething() throws Exception {
        bench.set(OWN, 200, 0, 0xFFFF, 0xFFFF, 0, 0xFFFF);
        assertFalse(bench.session.answers(PACK));
        bench.set(OWN, 203, 60);
        assertTrue(bench.session.answers(PACK));
    }

    @Test
    void aPartThatItsDeviceCallsAbsentIsNotAskedBeyondThat() throws Exception {
        bench.set(OWN, 300, 0, 500);
        assertFalse(bench.session.answers(METER));
        assertTrue(bench.asked().stream().allMatch("1 read 300 1"::equals));
        bench.pass(60);
        bench.set(OWN, 300, 1);
        assertTrue(bench.session.answers(METER));
    }

    @Test
    void aPartWithAUnitIdOfItsOwnThatIsSilentIsAbsentAndTheDeviceIsWell() throws Exception {
        bench.answer(GRID, Answer.exception(GATEWAY_TARGET));
        assertFalse(bench.session.answers(GRID_METER));
        bench.answer(GRID, Answer.normal());
        bench.set(GRID, 100, 5);
        bench.pass(60);
        assertTrue(bench.session.answers(GRID_METER));
    }

    @Test
    void aPartThatCannotBeReadIsNotAsked() throws Exception {
        assertFalse(bench.session.answers(RELAY));
        assertEquals(List.of(), bench.asked());
    }

    @Test
    void aSilentDeviceTellsNothingOfItsParts() {
        bench.restart(settings -> settings.readDeadline(Duration.ofMillis(300)));
        bench.answer(OWN, Answer.silent());
        assertThrows(LinkException.class, () -> bench.session.answers(PACK));
    }
}
