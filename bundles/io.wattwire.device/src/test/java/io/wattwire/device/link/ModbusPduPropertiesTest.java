package io.wattwire.device.link;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.wattwire.device.model.RegisterKind;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class ModbusPduPropertiesTest {
    @Property(tries = 500)
    void noPduOfAnotherShapeIsRead(
            @ForAll @Size(max = 20) byte[] pdu, @ForAll @IntRange(min = 1, max = 8) int count) {
        boolean fits = pdu.length == 2 + 2 * count && pdu[0] == 3 && pdu[1] == 2 * count;
        if (fits) {
            assertEquals(count, ModbusPdu.parseRead(RegisterKind.HOLDING, count, pdu).length);
        } else {
            assertThrows(
                    IllegalArgumentException.class,
                    () -> ModbusPdu.parseRead(RegisterKind.HOLDING, count, pdu));
        }
    }
}
