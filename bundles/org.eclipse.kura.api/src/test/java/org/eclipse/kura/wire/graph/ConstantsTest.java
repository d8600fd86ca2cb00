package org.eclipse.kura.wire.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConstantsTest {
    @ParameterizedTest
    @CsvSource({
        "WIRE_EMITTER_PORT_PROP_NAME, emitter.port",
        "WIRE_RECEIVER_PORT_PROP_NAME, receiver.port",
        "RECEIVER_PORT_COUNT_PROP_NAME, receiver.port.count",
        "EMITTER_PORT_COUNT_PROP_NAME, emitter.port.count",
        "RECEIVER_KURA_SERVICE_PID_PROP_NAME, receiver.kura.service.pid",
        "EMITTER_KURA_SERVICE_PID_PROP_NAME, emitter.kura.service.pid"
    })
    void aConstantIsThePropertyThatKuraWrites(Constants constant, String property) {
        assertEquals(property, constant.value());
        assertSame(constant, Constants.fromValue(property));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"port", "EMITTER.PORT"})
    void anyOtherPropertyIsRefused(String property) {
        assertThrows(IllegalArgumentException.class, () -> Constants.fromValue(property));
    }
}
