package io.wattwire.device.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.wattwire.device.link.LinkException;
import io.wattwire.device.model.WriteRole;
import io.wattwire.device.server.Answer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeviceSessionWriteTest {

    private static final String LIMIT = "inverter_power_limit";

    private Bench bench = new Bench(settings -> settings.writable(WriteRole.OWNER));

    @AfterEach
    void close() {
        bench.close();
    }

    private void bench(UnaryOperator<SessionSettings.Builder> settings) {
        bench.close();
        bench = new Bench(settings);
    }

    private String refusal(String name, Object value) {
        String message =
                assertThrows(WriteRefused.class, () -> bench.session.write(name, value))
                        .getMessage();
        assertEquals(List.of(), bench.written(), "refused before it reaches the wire");
        return message;
    }

    @Test
    void aCommandReadsSavesWritesAndReadsBack() throws Exception {
        bench.session.write(LIMIT, 2100.0);
        assertEquals(50, bench.get(Bench.RATE));
        assertEquals(0, bench.get(Bench.MEMORY));
        assertEquals(List.of("write 31 0", "write 30 50"), bench.written());
        assertEquals(Optional.of("rate 100\nmemory 1\n"), bench.state.load("before-" + LIMIT));
        assertEquals(2100.0, bench.read(LIMIT).value());
    }

    @Test
    void aRegisterThatHoldsItsValueIsNotWrittenAgainWhereThatWears() throws Exception {
        bench.session.write(LIMIT, 2100.0);
        bench.asked();
        bench.session.write(LIMIT, 2200.0);
        assertEquals(List.of("write 30 52"), bench.written());
    }

    @Test
    void whatWasSavedFirstIsNeverOverwritten() throws Exception {
        bench.session.write(LIMIT, 2100.0);
        bench.restart().write(LIMIT, 1000.0);
        assertEquals(Optional.of("rate 100\nmemory 1\n"), bench.state.load("before-" + LIMIT));
    }

    @Test
    void releaseRestoresWhatWasThereAndForgetsIt() throws Exception {
        bench.session.write(LIMIT, 2100.0);
        bench.restart().release();
        assertEquals(100, bench.get(Bench.RATE));
        assertEquals(1, bench.get(Bench.MEMORY));
        assertEquals(Optional.empty(), bench.state.load("before-" + LIMIT));
        bench.asked();
        bench.session.release();
        assertEquals(List.of(), bench.written());
    }

    @Test
    void releaseRestoresWordsThatCouldNotBeWrittenByValue() throws Exception {
        bench.set(Bench.RATE, 255);
        bench.session.write(LIMIT, 2100.0);
        bench.session.release();
        assertEquals(255, bench.get(Bench.RATE));
    }

    @Test
    void releaseUnderACapRestoresTheCap() throws Exception {
        bench(s -> s.writable(WriteRole.OWNER).installerCap(OptionalDouble.of(3000)));
        bench.session.write(LIMIT, 2100.0);
        bench.session.release();
        assertEquals(71, bench.get(Bench.RATE));
        assertEquals(Optional.empty(), bench.state.load("before-" + LIMIT));
    }

    @Test
    void whereTheOldSettingsCannotBeKeptNothingIsChanged() {
        bench.failSaving("disk full");
        String message = refusal(LIMIT, 2100);
        assertTrue(message.contains("cannot be saved"), message);
        assertTrue(message.contains("disk full"), message);
        assertEquals(100, bench.get(Bench.RATE));
    }

    @Test
    void theStricterOfLimitAndCapWins() throws Exception {
        bench(s -> s.writable(WriteRole.OWNER).installerCap(OptionalDouble.of(3000)));
        bench.session.write(LIMIT, 4200.0);
        assertEquals(71, bench.get(Bench.RATE));
        bench.session.write("grid_export_limit", 5000);
        assertEquals(3000, bench.get(Bench.EXPORT));
    }

    @Test
    void theRegistersBehindACappedPointCannotBeWrittenPastIt() {
        bench(s -> s.writable(WriteRole.INSTALLER).installerCap(OptionalDouble.of(3000)));
        assertEquals(
                "rate is behind inverter_power_limit, which the installer capped; write"
                        + " inverter_power_limit",
                refusal("rate", 100));
        assertTrue(refusal("export_limit", 5000).contains("grid_export_limit"));
    }

    @Test
    void nothingIsWrittenWhileWritingIsOff() {
        bench(settings -> settings);
        assertEquals(
                "writing to this device is off; set write.enabled on its driver to allow it",
                refusal(LIMIT, 2100));
        assertThrows(WriteRefused.class, () -> bench.session.release());
        assertThrows(WriteRefused.class, () -> bench.session.restore(Map.of("upper", 3)));
    }

    @Test
    void measuredValuesAreReadOnly() {
        assertTrue(refusal("power", 1).startsWith("power is read-only"));
        assertTrue(refusal("inverter_power", 1).startsWith("inverter_power is read-only"));
    }

    @Test
    void rolesHold() throws Exception {
        assertTrue(refusal("rate", 50).startsWith("rate is for installers"));
        assertTrue(refusal("grid_code", 5).startsWith("grid_code is never written from here"));
        bench(settings -> settings.writable(WriteRole.INSTALLER));
        assertTrue(refusal("grid_code", 5).startsWith("grid_code is never written from here"));
        bench.session.write("rate", 50);
        assertEquals(50, bench.get(Bench.RATE));
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void onlyFiniteNumbersAreTaken(double value) {
        assertTrue(refusal(LIMIT, value).startsWith(LIMIT + " takes a finite number"));
        refusal("upper", value);
    }

    @Test
    void textThatIsNoNumberIsRefused() {
        assertTrue(refusal(LIMIT, "much").contains("'much'"));
    }

    @Test
    void rangesHold() {
        assertEquals(
                "inverter_power_limit cannot be 50.0 W: the least that this device obeys is 84.0 W;"
                        + " write that, or 0 to stop it",
                refusal(LIMIT, 50));
        assertTrue(refusal("upper", 10).contains("upper"));
        assertTrue(refusal("grid_export_limit", 3005).contains("between two steps"));
    }

    @Test
    void aLimitAboveTheDevicesMostIsLoweredToIt() throws Exception {
        bench.set(Bench.RATE, 50);
        bench.session.write(LIMIT, 9000);
        assertEquals(100, bench.get(Bench.RATE));
    }

    @Test
    void aLimitOfNothingIsNeverRefused() throws Exception {
        bench.session.write(LIMIT, 0);
        assertEquals(0, bench.get(Bench.RATE));
    }

    @Test
    void anUnknownNameNamesTheNearest() {
        assertTrue(refusal("inverter_power_limt", 1).endsWith("did you mean '" + LIMIT + "'?"));
    }

    @Test
    void anUnrecognisedModelIsNotWrittenUnlessAllowed() throws Exception {
        bench.close();
        bench = Bench.identifying(s -> s.model("").writable(WriteRole.OWNER));
        bench.set(Bench.TYPE, 9999);
        assertTrue(refusal("upper", 3).startsWith("the device is no model that its driver knows"));
        bench.close();
        bench =
                Bench.identifying(
                        s -> s.model("").writable(WriteRole.OWNER).writeUnrecognised(true));
        bench.set(Bench.TYPE, 9999);
        bench.session.write("upper", 3);
        assertEquals(3, bench.get(Bench.UPPER));
    }

    @Test
    void flashTakesTwentyRisesADayThenOnlyFalls() throws Exception {
        for (int i = 0; i < Wear.RISES_A_DAY; i++) {
            bench.session.write("grid_export_limit", 3010);
            bench.session.write("grid_export_limit", 3000);
        }
        assertThrows(WriteRefused.class, () -> bench.session.write("grid_export_limit", 3010));
        bench.session.write("grid_export_limit", 0);
        assertEquals(0, bench.get(Bench.EXPORT));
    }

    @Test
    void aSilentDeviceFailsTheWriteInTime() {
        bench(s -> s.writable(WriteRole.OWNER).readDeadline(Duration.ofMillis(300)));
        bench.answer = Answer.silent();
        assertThrows(LinkException.class, () -> bench.session.write(LIMIT, 2100));
    }

    @Test
    void afterClosingNothingIsWritten() {
        bench.session.close();
        assertThrows(LinkException.class, () -> bench.session.write(LIMIT, 2100));
        assertEquals(List.of(), bench.asked());
    }

    @Test
    void backupHoldsWhatRestoreWrites() throws Exception {
        Map<String, Object> backup = bench.session.backup();
        assertEquals(
                Map.of(
                        "rate", 100.0,
                        "memory", "stored",
                        "upper", 1.0,
                        "lower", 2.0,
                        "export_limit", 3000.0,
                        "charge", 0.0),
                backup);
        bench.session.write("upper", 5);
        bench.asked();
        bench.session.restore(Map.of("upper", backup.get("upper"), "lower", backup.get("lower")));
        assertEquals(1, bench.get(Bench.UPPER));
        assertEquals(1, bench.written().size(), "only what differs");
    }

    @Test
    void restoreWritesNothingWhenOneValueIsRefused() {
        assertThrows(
                WriteRefused.class, () -> bench.session.restore(Map.of("upper", 3, "lower", 77)));
        assertEquals(List.of(), bench.written());
    }
}
