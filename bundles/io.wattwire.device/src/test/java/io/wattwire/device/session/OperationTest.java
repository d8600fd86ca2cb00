package io.wattwire.device.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.wattwire.device.model.FamilyBuilder;
import io.wattwire.device.model.Operation;
import io.wattwire.device.model.RegisterWrite;
import io.wattwire.device.model.Values;
import io.wattwire.device.model.WriteRole;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Commands in a brand's own words, and rehearsals of commands. */
class OperationTest {

    /** {@code forced 300}, or {@code auto}. */
    private record Drive(String name, WriteRole role) implements Operation {

        @Override
        public String takes() {
            return "forced 300 or auto";
        }

        @Override
        public List<RegisterWrite> commands(Object wanted, Values known) {
            String[] words = wanted.toString().split(" ");
            if (words[0].equals("auto")) {
                return List.of(new RegisterWrite("mode", "auto", true));
            }
            if (words.length != 2) {
                throw new IllegalArgumentException(name + " cannot be " + wanted);
            }
            return List.of(
                    new RegisterWrite("power", Double.parseDouble(words[1]), true),
                    new RegisterWrite("mode", words[0], true));
        }

        @Override
        public Optional<Object> readBack(Values known) {
            return known.get("mode");
        }

        @Override
        public Set<String> readBackRegisters() {
            return Set.of("mode");
        }
    }

    private static FamilyBuilder family() {
        return ForcedPower.family()
                .battery()
                .operation(new Drive("drive", WriteRole.OWNER))
                .operation(new Drive("drive_hard", WriteRole.INSTALLER));
    }

    private static DeviceBench bench(BatteryBounds bounds) {
        return ForcedPower.prepare(
                new DeviceBench(
                        family(),
                        settings -> settings.writable(WriteRole.OWNER).battery(bounds),
                        DeviceBench.OWN));
    }

    private static DeviceBench bench() {
        return bench(BatteryBounds.none());
    }

    @Test
    void allOfItIsWrittenInItsOrderAndReadBackInItsWords() throws Exception {
        try (DeviceBench bench = bench()) {
            bench.session.write("drive", "forced 300");
            assertEquals(List.of("1 write 50 30", "1 write 51 1"), bench.written());
            assertEquals("forced", bench.session.prepare(List.of("drive")).read().get(0).value());
        }
    }

    @Test
    void nothingLeavesWhenOneOfItsValuesCannotBe() {
        try (DeviceBench bench = bench()) {
            for (String wrong : List.of("forced 9000", "forced 305", "turbo 300", "turbo")) {
                assertThrows(WriteRefused.class, () -> bench.session.write("drive", wrong));
            }
            assertEquals(List.of(), bench.written());
        }
    }

    @Test
    void whatIsForInstallersIsNotForTheOwner() {
        try (DeviceBench bench = bench()) {
            WriteRefused refused =
                    assertThrows(
                            WriteRefused.class, () -> bench.session.write("drive_hard", "auto"));
            assertTrue(refused.getMessage().contains("installers"), refused.getMessage());
        }
    }

    @Test
    void theBoundsOfABatteryHoldForItToo() {
        OptionalDouble none = OptionalDouble.empty();
        BatteryBounds bounds = new BatteryBounds(none, OptionalDouble.of(90), none, none, none);
        try (DeviceBench bench = bench(bounds)) {
            assertThrows(WriteRefused.class, () -> bench.session.write("drive", "forced 300"));
            assertEquals(List.of(), bench.written());
        }
    }

    @Test
    void aWrongNameNamesTheNearest() {
        try (DeviceBench bench = bench()) {
            WriteRefused refused =
                    assertThrows(WriteRefused.class, () -> bench.session.write("driv", "auto"));
            assertTrue(refused.getMessage().contains("did you mean 'drive'"));
        }
    }

    @Test
    void anOperationMustNotTakeTheNameOfARegister() {
        FamilyBuilder twice = ForcedPower.family().operation(new Drive("mode", WriteRole.OWNER));
        assertThrows(IllegalStateException.class, twice::build);
    }

    @Test
    void aRehearsalTellsTheWritesAndSendsNone() throws Exception {
        try (DeviceBench bench = bench()) {
            List<PlannedWrite> planned = new ArrayList<>();
            bench.session.rehearse(planned::add);
            bench.session.write("drive", "forced 300");
            bench.session.write("mode", "forced");
            assertEquals(
                    List.of("power", "mode", "mode"),
                    planned.stream().map(write -> write.register().name()).toList());
            assertEquals(Optional.of(200.0), planned.get(0).before());
            assertEquals(Optional.of(300.0), planned.get(0).after());
            assertEquals(List.of(30), planned.get(0).words());
            assertEquals(List.of(), bench.written());
        }
    }

    @Test
    void aStoreForRehearsalsChangesNothing() throws Exception {
        StateStore known = StateStore.inMemory();
        known.save("kept", "1");
        StateStore rehearsal = StateStore.rehearsal(known);
        rehearsal.save("kept", "2");
        rehearsal.save("new", "3");
        assertEquals(Optional.of("2"), rehearsal.load("kept"));
        rehearsal.delete("kept");
        assertFalse(rehearsal.load("kept").isPresent());
        assertEquals(Optional.of("1"), known.load("kept"));
        assertEquals(Optional.empty(), known.load("new"));
    }
}
