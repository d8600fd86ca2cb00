package io.wattwire.publish.control;

import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** A secret that a caller must know. Compared in the same time however much of it is right. */
public final class Credential {

    private final byte[] hash;

    /**
     * Remembers a hash.
     *
     * @param secret not empty
     * @throws IllegalArgumentException if it is empty
     */
    public Credential(char[] secret) {
        if (secret.length == 0) {
            throw new IllegalArgumentException("an empty secret keeps nobody out");
        }
        hash = hash(secret);
    }

    /**
     * Whether a caller knows it.
     *
     * @param given what he says; null when nothing
     * @return true only for the same text
     */
    public boolean matches(char[] given) {
        return given != null && MessageDigest.isEqual(hash, hash(given));
    }

    private static byte[] hash(char[] secret) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(StandardCharsets.UTF_8.encode(CharBuffer.wrap(secret)));
            return digest.digest();
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Without the secret. */
    @Override
    public String toString() {
        return "Credential";
    }
}
