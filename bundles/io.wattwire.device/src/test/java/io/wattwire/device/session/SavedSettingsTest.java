package io.wattwire.device.session;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.wattwire.device.model.FailSafeClass;
import io.wattwire.device.model.PointControl;
import io.wattwire.device.model.RegisterWrite;
import io.wattwire.device.model.Values;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What several controls of one device owe to it. */
class SavedSettingsTest {

    private final StateStore store = StateStore.inMemory();
    private final SavedSettings saved = new SavedSettings(store);
    private final PointControl total = new Named("battery_power_setpoint");
    private final PointControl phase = new Named("battery_power_setpoint_l1");

    @Test
    void aRegisterIsHeldWhileOneOfItsControlsHoldsIt() throws Exception {
        store.save("before-battery_power_setpoint_l1", "mode 1\nflag 0 7\n");
        assertEquals(Set.of("mode", "flag"), saved.heldBy(List.of(total, phase)).keySet());
        assertEquals(Map.of(), saved.heldBy(List.of(total)));
        saved.forget(phase);
        assertEquals(Map.of(), saved.heldBy(List.of(total, phase)));
    }

    /** The one that came first saw the device's own value, the later one ours. */
    @Test
    void whoTakesOverOwesWhatTheOtherFoundFirst() throws Exception {
        store.save("before-battery_power_setpoint_l1", "mode 1\nflag 0 7\n");
        store.save("before-battery_power_setpoint", "mode 3\nother 5\n");
        saved.takeOver(phase, total);
        assertFalse(saved.exist(phase));
        Map<String, int[]> owed = saved.load(total).orElseThrow();
        assertEquals(Set.of("mode", "flag", "other"), owed.keySet());
        assertArrayEquals(new int[] {1}, owed.get("mode"));
        assertArrayEquals(new int[] {0, 7}, owed.get("flag"));
    }

    private record Named(String point) implements PointControl {

        @Override
        public FailSafeClass failSafeClass() {
            return FailSafeClass.C;
        }

        @Override
        public String failSafeNote() {
            return "keeps it";
        }

        @Override
        public Set<String> inputs() {
            return Set.of();
        }

        @Override
        public OptionalDouble step(Values known) {
            return OptionalDouble.empty();
        }

        @Override
        public OptionalDouble minimum(Values known) {
            return OptionalDouble.empty();
        }

        @Override
        public OptionalDouble maximum(Values known) {
            return OptionalDouble.empty();
        }

        @Override
        public List<RegisterWrite> commands(double wanted, Values known) {
            return List.of();
        }

        @Override
        public OptionalDouble readBack(Values known) {
            return OptionalDouble.empty();
        }

        @Override
        public Set<String> readBackRegisters() {
            return Set.of();
        }

        @Override
        public Set<String> saved() {
            return Set.of();
        }
    }
}
