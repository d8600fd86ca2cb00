package io.wattwire.publish.givtcp.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import io.wattwire.publish.control.ControlRefused;
import io.wattwire.publish.givtcp.data.Form;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever comes in, it is a short write to a channel of the table or a reason in one line. */
class PayloadPropertiesTest {

    private static final List<String> NAMES = new ArrayList<>(GivTcpControls.names(Way.MQTT));

    private static final Known KNOWN =
            new Known() {
                @Override
                public OptionalDouble batteryCapacityWh() {
                    return OptionalDouble.of(5000);
                }

                @Override
                public LocalDateTime now() {
                    return LocalDateTime.of(2026, 1, 1, 0, 0);
                }
            };

    @Provide
    Arbitrary<String> nearly() {
        Arbitrary<String> parts =
                Arbitraries.of(
                        "{",
                        "}",
                        ")",
                        ":",
                        ",",
                        "\"",
                        "\"start\"",
                        "\"finish\"",
                        "\"state\"",
                        "\"enable\"",
                        "enable",
                        "01:00",
                        "\"0100\"",
                        "55",
                        "-1",
                        "true",
                        "null",
                        "\\",
                        " ",
                        "\n",
                        "Eco",
                        "99999999999999999999",
                        "\u0000",
                        "ü");
        return Arbitraries.oneOf(
                parts.list().ofMaxSize(20).map(list -> String.join("", list)),
                Arbitraries.strings().ofMaxLength(700));
    }

    @Property(tries = 2000)
    void nothingEverBreaks(
            @ForAll("nearly") String payload,
            @ForAll Way way,
            @ForAll Form form,
            @ForAll int index) {
        String name = NAMES.get(Math.floorMod(index, NAMES.size()));
        try {
            List<PointWrite> writes = new GivTcpControls(form).translate(way, name, payload, KNOWN);
            assertEquals(1, writes.size());
            assertNotNull(writes.get(0).value());
        } catch (ControlRefused refused) {
            assertEquals(-1, refused.getMessage().indexOf('\n'));
        }
    }
}
