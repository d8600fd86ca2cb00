package io.wattwire.standalone.configuration;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.eclipse.kura.configuration.Password;
import org.eclipse.kura.configuration.metatype.Scalar;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ValuesTest {
    @Test
    void eachTypeHasItsJavaClass() {
        assertEquals(" a ", Values.parse(Scalar.STRING, " a "));
        assertEquals(5L, Values.parse(Scalar.LONG, "5"));
        assertEquals(0.5, Values.parse(Scalar.DOUBLE, "0.5"));
        assertEquals(0.5f, Values.parse(Scalar.FLOAT, " 0.5 "));
        assertEquals(-5, Values.parse(Scalar.INTEGER, "-5"));
        assertEquals((byte) 5, Values.parse(Scalar.BYTE, "5"));
        assertEquals((short) 5, Values.parse(Scalar.SHORT, "5"));
        assertEquals(true, Values.parse(Scalar.BOOLEAN, "TRUE"));
        assertEquals('x', Values.parse(Scalar.CHAR, "x"));
        assertEquals("p", ((Password) Values.parse(Scalar.PASSWORD, "p")).toString());
    }

    @ParameterizedTest
    @CsvSource({
        "INTEGER, abc",
        "INTEGER, 2147483648",
        "BYTE, 300",
        "LONG, 1.5",
        "DOUBLE, '0,5'",
        "BOOLEAN, yes",
        "CHAR, ab"
    })
    void whatDoesNotFitIsRefusedWithTextAndType(Scalar type, String text) {
        IllegalArgumentException e =
                assertThrows(IllegalArgumentException.class, () -> Values.parse(type, text));

        assertTrue(e.getMessage().contains("'" + text + "'"), e.getMessage());
        assertTrue(e.getMessage().contains(type.value()), e.getMessage());
    }

    @Test
    void anArrayHasTheClassOfItsElements() {
        assertArrayEquals(
                new Integer[] {1, 2},
                (Integer[]) Values.parseArray(Scalar.INTEGER, List.of("1", "2")));
        assertEquals(Scalar.INTEGER, Values.typeOf(new Integer[0]));
        assertEquals(Scalar.PASSWORD, Values.typeOf(new Secrets.Sealed("x")));
        assertNull(Values.typeOf(new Object()));
    }
}
