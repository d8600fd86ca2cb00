package io.wattwire.limit.supervisor;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * What is kept of a PIN: enough to know it again, too little to guess it cheaply.
 *
 * @param iterations of PBKDF2 with HMAC-SHA-256
 * @param salt hexadecimal
 * @param hash hexadecimal
 */
record PinHash(int iterations, String salt, String hash) {

    /** About half a second on a small gateway, and that only when a PIN is shown. */
    static final int ITERATIONS = 150_000;

    private static final int LEAST_ITERATIONS = 1000;
    private static final int MOST_ITERATIONS = 5_000_000;
    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final HexFormat HEX = HexFormat.of();

    PinHash {
        boolean sane =
                iterations >= LEAST_ITERATIONS
                        && iterations <= MOST_ITERATIONS
                        && HEX.parseHex(salt).length == SALT_BYTES
                        && HEX.parseHex(hash).length == HASH_BYTES;
        if (!sane) {
            throw new IllegalArgumentException("no hash of a PIN");
        }
    }

    static PinHash of(char[] pin, int iterations) {
        byte[] salt = new byte[SALT_BYTES];
        new SecureRandom().nextBytes(salt);
        return new PinHash(
                iterations, HEX.formatHex(salt), HEX.formatHex(derive(pin, salt, iterations)));
    }

    boolean matches(char[] pin) {
        return MessageDigest.isEqual(
                HEX.parseHex(hash), derive(pin, HEX.parseHex(salt), iterations));
    }

    private static byte[] derive(char[] pin, byte[] salt, int iterations) {
        PBEKeySpec spec = new PBEKeySpec(pin, salt, iterations, HASH_BYTES * 8);
        try {
            return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                    .generateSecret(spec)
                    .getEncoded();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no PBKDF2 with HMAC-SHA-256", e);
        } finally {
            spec.clearPassword();
        }
    }

    @Override
    public String toString() {
        return "hash of a PIN";
    }
}
