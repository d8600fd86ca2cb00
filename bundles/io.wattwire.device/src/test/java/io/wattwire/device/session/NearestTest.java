package io.wattwire.device.session;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class NearestTest {

    private static Optional<String> nearest(String name) {
        return Nearest.to(name, Stream.of("grid_power", "grid_voltage_l1", "grid_voltage_l2"));
    }

    @Test
    void findsWhatWasMeant() {
        assertEquals(Optional.of("grid_power"), nearest("grid_pwoer"));
        assertEquals(Optional.of("grid_power"), nearest("gridpower"));
    }

    @Test
    void amongEquallyNearOnesTakesTheFirstByAlphabet() {
        assertEquals(Optional.of("grid_voltage_l1"), nearest("grid_voltage_l3"));
    }

    @Test
    void guessesNothingForWhatIsFarFromEverything() {
        assertEquals(Optional.empty(), nearest("temperature"));
    }
}
