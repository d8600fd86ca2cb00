package io.wattwire.publish.venus.bus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where a bus may be. */
class BusPlaceTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "tcp:host=gx,port=1234 | gx | 1234",
                "tcp:host=gx | gx | 78",
                "gx:55 | gx | 55",
                "192.0.2.7 | 192.0.2.7 | 78",
                "[fe80::1]:78 | [fe80::1] | 78",
                "[fe80::1] | [fe80::1] | 78"
            })
    void aHostHasAPort(String text, String host, int port) {
        BusPlace place = BusPlace.parse(text, OptionalInt.empty());
        assertEquals(host, place.host());
        assertEquals(port, place.port());
    }

    @Test
    void aSocketHasAPath() {
        BusPlace place = BusPlace.parse("unix:path=/run/bus,guid=1", OptionalInt.of(0));
        assertTrue(place.isLocal());
        assertEquals("/run/bus", place.path());
    }
}
