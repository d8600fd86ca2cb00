package io.wattwire.device.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.wattwire.device.model.BlockRules;
import io.wattwire.device.model.DeviceFamily;
import io.wattwire.device.model.FamilyBuilder;
import io.wattwire.device.model.Presence;
import io.wattwire.device.model.Reading;
import io.wattwire.device.model.Service;
import io.wattwire.device.server.Answer;
import io.wattwire.device.server.ModbusFault;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A part that must not be asked while the device says that it is not there. */
class PresenceTest {

    private static final String REGISTERS =
            """
            name,service,kind,address,type,unit,rate,labels
            power,,holding,90,U16,W,fast,
            status,meter,holding,100,ENUM,,fast,0=offline|1=normal
            grid_w,meter,holding,101,S16,W,fast,
            energy,meter,holding,103,U16,kWh,slow,
            after,,holding,105,U16,,fast,
            """;

    private final DeviceBench bench =
            new DeviceBench(family("status"), settings -> settings, DeviceBench.OWN)
                    .set(DeviceBench.OWN, 90, 500, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 42, 0, 7, 0, 9);

    private static FamilyBuilder family(String teller) {
        return DeviceFamily.of("guarded", Tables.of(REGISTERS, "name,value\n"))
                .rules(new BlockRules(64, 1, Set.of(101, 105), List.of(), false))
                .service(Service.sameUnit("meter", "Meter"))
                .presence(new Presence("meter", teller, "normal"));
    }

    @AfterEach
    void close() {
        bench.close();
    }

    private void meter(int status) {
        bench.set(DeviceBench.OWN, 100, status);
    }

    private List<Object> values(String... names) {
        return bench.session.prepare(List.of(names)).read().stream().map(Reading::value).toList();
    }

    @Test
    void theStatusIsAskedFirstThoughNobodyWantsIt() {
        assertEquals(List.of(42.0), values("grid_w"));
        assertEquals(List.of("1 read 100 1", "1 read 101 1"), bench.asked());
    }

    @Test
    void theStatusOfTheSameCycleIsEnough() {
        assertEquals(List.of("normal", 42.0), values("status", "grid_w"));
        assertEquals(List.of("1 read 100 1", "1 read 101 1"), bench.asked());
    }

    @Test
    void anAbsentPartIsNotAskedAndCostsNobodyElseAValue() {
        meter(0);
        List<Reading> readings =
                bench.session.prepare(List.of("power", "grid_w", "energy", "after")).read();
        assertEquals(500.0, readings.get(0).value());
        assertEquals(9.0, readings.get(3).value());
        assertEquals(
                "not asked for: status is 'offline' and not 'normal'", readings.get(1).problem());
        assertEquals(readings.get(1).problem(), readings.get(2).problem());
        assertTrue(
                bench.asked().stream().noneMatch(asked -> asked.matches(".*read 10[1-4] .*")),
                "the part was asked");
    }

    @Test
    void whatWasToldAMomentAgoIsAskedAgain() {
        DeviceSession.Prepared prepared = bench.session.prepare(List.of("grid_w"));
        prepared.read();
        meter(0);
        bench.pass(2);
        bench.asked();
        assertTrue(prepared.read().get(0).problem().contains("offline"));
        assertEquals(List.of("1 read 100 1"), bench.asked());
        meter(1);
        bench.pass(2);
        assertEquals(42.0, prepared.read().get(0).value());
    }

    @Test
    void aDeviceThatDoesNotTellIsNotAskedForThePart() {
        bench.answer(DeviceBench.OWN, Answer.exception(ModbusFault.DEVICE_FAILURE));
        assertTrue(bench.read("grid_w").problem().contains("unknown"));
        assertEquals(List.of("1 read 100 1"), bench.asked());
    }

    @Test
    void aFamilyNamesARegisterThatItHas() {
        IllegalStateException mistake =
                assertThrows(IllegalStateException.class, () -> family("statsu").build());
        assertTrue(mistake.getMessage().contains("statsu"), mistake.getMessage());
    }
}
