package org.eclipse.kura.configuration;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;

import org.junit.jupiter.api.Test;

class PasswordTest {
    @Test
    void aPasswordIsItsText() {
        assertEquals("secret", new Password("secret").toString());
        assertEquals("secret", new Password("secret".toCharArray()).toString());
        assertArrayEquals("secret".toCharArray(), new Password("secret").getPassword());
    }

    @Test
    void charactersAreNotCopiedSoThatTheyCanBeWiped() {
        char[] secret = {'a'};
        assertSame(secret, new Password(secret).getPassword());
    }

    @Test
    void aPasswordMayBeMissing() {
        assertNull(new Password((String) null).getPassword());
        assertNull(new Password((char[]) null).getPassword());
    }
}
