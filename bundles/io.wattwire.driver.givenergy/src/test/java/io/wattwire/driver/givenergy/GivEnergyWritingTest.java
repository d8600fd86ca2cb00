package io.wattwire.driver.givenergy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.wattwire.device.model.Access;
import io.wattwire.device.model.Model;
import io.wattwire.device.model.Operation;
import io.wattwire.device.model.Register;
import io.wattwire.device.model.Storage;
import io.wattwire.device.model.WriteRole;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What may be written, by whom, on which model. */
class GivEnergyWritingTest {

    /** What the sources let an owner write on one phase, besides the block from 300 on. */
    private static final Set<Integer> SAFE_ON_ONE_PHASE =
            Set.of(
                    20, 27, 31, 32, 44, 45, 50, 56, 57, 59, 94, 95, 96, 104, 110, 111, 112, 114,
                    116, 166, 172, 5014);

    @Test
    void oneRegisterLeavesWithOneRequest() {
        assertFalse(Banks.FAMILY.writesMultiple());
        assertFalse(Banks.FAMILY.joinsWrites());
        assertTrue(writable(Banks.FAMILY.models()).allMatch(r -> r.type().words() == 1));
        assertTrue(Banks.FAMILY.checksWrites(), "a dongle acknowledges and loses");
    }

    @Test
    void allSettingsAreStored() {
        assertTrue(writable(Banks.FAMILY.models()).allMatch(r -> r.storage() == Storage.FLASH));
    }

    @Test
    void nobodyWritesWhatDestroysOrRestartsOrIsUnknown() {
        Set<Integer> never =
                writable(Banks.FAMILY.models())
                        .filter(r -> r.role() == WriteRole.NEVER)
                        .filter(r -> !r.note().startsWith("Not written by itself"))
                        .filter(r -> !r.name().startsWith("unknown_"))
                        .map(Register::address)
                        .collect(Collectors.toSet());
        assertEquals(Set.of(162, 163, 174, 201, 1016, 5002, 5003, 5004, 5010), never);
        writable(Banks.FAMILY.models())
                .filter(r -> r.role() == WriteRole.NEVER)
                .forEach(r -> assertTrue(r.note().startsWith("Not written"), r.name()));
    }

    @Test
    void anOwnerOfAGen1WritesTheSafeSettingsOnly() {
        assertEquals(new TreeSet<>(SAFE_ON_ONE_PHASE), owners("gen1"));
    }

    @Test
    void anEmsTakesItsPlanOnly() {
        assertTrue(owners("ems").stream().allMatch(a -> a >= 2040 && a <= 2070));
        assertEquals(28, owners("ems").size());
    }

    @Test
    void aGatewayTakesNothing() {
        assertEquals(Set.of(), owners("gateway"));
        assertEquals(List.of(), Banks.FAMILY.operations("gateway"));
    }

    @Test
    void threePhasesDoNotTakeTheAddressesOfOne() {
        Set<Integer> owners = owners("three-phase");
        for (int address : new int[] {31, 44, 56, 94, 96, 110, 116}) {
            assertFalse(owners.contains(address), "holding " + address);
        }
        assertTrue(owners.containsAll(Set.of(1109, 1111, 1112, 1113, 1122, 1123)));
    }

    @Test
    void onlyTenSlotModelsHaveTenSlots() {
        for (Model model : Banks.FAMILY.models()) {
            Set<String> names =
                    Banks.FAMILY.operations(model.name()).stream()
                            .map(Operation::name)
                            .collect(Collectors.toSet());
            boolean ten = GivEnergyModel.TEN_SLOTS.contains(model.name());
            assertEquals(ten, names.contains("charge_slot_10"), model.name());
            assertEquals(ten, names.contains("discharge_slot_4"), model.name());
            assertEquals(
                    GivEnergyModel.AC_SETTINGS.contains(model.name()),
                    names.contains("battery_pause_slot"),
                    model.name());
        }
    }

    /** Each command of a model writes registers that this model has. */
    @Test
    void noCommandReachesForARegisterThatItsModelLacks() {
        for (Model model : Banks.FAMILY.models()) {
            for (Operation operation : Banks.FAMILY.operations(model.name())) {
                String value = operation.takes().split(",| or ")[0].replaceAll(" to .*", "");
                String first = operation.name().contains("_rate") ? "30" : value;
                assertFalse(
                        operation.commands(first, Banks.of(model.name())).stream()
                                .map(write -> Banks.of(model.name()).register(write.register()))
                                .toList()
                                .isEmpty(),
                        model.name() + " " + operation.name());
            }
        }
    }

    private static Set<Integer> owners(String model) {
        return Banks.FAMILY.table().forModel(model).registers().stream()
                .filter(r -> r.access() != Access.R && r.role() == WriteRole.OWNER)
                .map(Register::address)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<Register> writable(List<Model> models) {
        return models.stream()
                .flatMap(model -> Banks.FAMILY.table().forModel(model.name()).registers().stream())
                .distinct()
                .filter(register -> register.access() != Access.R);
    }
}
