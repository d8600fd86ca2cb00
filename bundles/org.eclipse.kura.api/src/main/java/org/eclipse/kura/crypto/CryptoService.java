package org.eclipse.kura.crypto;

import java.io.IOException;
import java.io.UnsupportedEncodingException;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import javax.crypto.BadPaddingException;
import javax.crypto.IllegalBlockSizeException;
import javax.crypto.NoSuchPaddingException;
import org.eclipse.kura.KuraException;
import org.osgi.annotation.versioning.ProviderType;

/** Encrypts the secrets that the gateway stores, with a key that is the gateway's own. */
@ProviderType
public interface CryptoService {
    /**
     * Encrypts.
     *
     * @param value the secret, not null
     * @return the secret, encrypted
     * @throws KuraException if it cannot be encrypted
     */
    char[] encryptAes(char[] value) throws KuraException;

    /**
     * Decrypts what {@link #encryptAes(char[])} encrypted on the same gateway.
     *
     * @param encryptedValue the encrypted secret, not null
     * @return the secret
     * @throws KuraException if it was not encrypted here
     */
    char[] decryptAes(char[] encryptedValue) throws KuraException;

    /**
     * Encrypts text; prefer {@link #encryptAes(char[])}, whose argument can be wiped.
     *
     * @param value the secret, not null
     * @return the secret, encrypted
     * @throws NoSuchAlgorithmException if the platform lacks the cipher
     * @throws NoSuchPaddingException if the platform lacks the padding
     * @throws InvalidKeyException if the gateway's key is not usable
     * @throws IllegalBlockSizeException if it cannot be encrypted
     * @throws BadPaddingException if it cannot be encrypted
     */
    String encryptAes(String value)
            throws NoSuchAlgorithmException,
                    NoSuchPaddingException,
                    InvalidKeyException,
                    IllegalBlockSizeException,
                    BadPaddingException;

    /**
     * Decrypts text; prefer {@link #decryptAes(char[])}, whose result can be wiped.
     *
     * @param encryptedValue the encrypted secret, not null
     * @return the secret
     * @throws NoSuchAlgorithmException if the platform lacks the cipher
     * @throws NoSuchPaddingException if the platform lacks the padding
     * @throws InvalidKeyException if the gateway's key is not usable
     * @throws IOException if the text is malformed
     * @throws IllegalBlockSizeException if it was not encrypted here
     * @throws BadPaddingException if it was not encrypted here
     */
    String decryptAes(String encryptedValue)
            throws NoSuchAlgorithmException,
                    NoSuchPaddingException,
                    InvalidKeyException,
                    IOException,
                    IllegalBlockSizeException,
                    BadPaddingException;

    /**
     * Digests text with SHA-1.
     *
     * @param text the text, not null
     * @return the digest as text
     * @throws NoSuchAlgorithmException if the platform lacks it
     * @throws UnsupportedEncodingException if the platform lacks UTF-8
     */
    default String sha1Hash(String text)
            throws NoSuchAlgorithmException, UnsupportedEncodingException {
        return hash(text, "SHA-1");
    }

    /**
     * Digests text with SHA-256.
     *
     * @param text the text, not null
     * @return the digest as text
     * @throws NoSuchAlgorithmException if the platform lacks it
     * @throws UnsupportedEncodingException if the platform lacks UTF-8
     */
    default String sha256Hash(String text)
            throws NoSuchAlgorithmException, UnsupportedEncodingException {
        return hash(text, "SHA-256");
    }

    /**
     * Digests text.
     *
     * @param text the text, not null
     * @param algorithm the name of the digest, not null
     * @return the digest as text
     * @throws NoSuchAlgorithmException if the platform lacks it
     * @throws UnsupportedEncodingException if the platform lacks UTF-8
     */
    String hash(String text, String algorithm)
            throws NoSuchAlgorithmException, UnsupportedEncodingException;

    /**
     * Encodes text in Base64.
     *
     * @param text the text, not null
     * @return the encoded text
     * @throws NoSuchAlgorithmException never
     * @throws UnsupportedEncodingException if the platform lacks UTF-8
     */
    String encodeBase64(String text) throws NoSuchAlgorithmException, UnsupportedEncodingException;

    /**
     * Decodes text from Base64.
     *
     * @param text the encoded text, not null
     * @return the text
     * @throws NoSuchAlgorithmException never
     * @throws UnsupportedEncodingException if the platform lacks UTF-8
     */
    String decodeBase64(String text) throws NoSuchAlgorithmException, UnsupportedEncodingException;

    /**
     * Finds the password of a key store.
     *
     * @param keyStorePath the file, not null
     * @return the password, or that of a new key store if none was set
     */
    char[] getKeyStorePassword(String keyStorePath);

    /**
     * Sets the password of a key store.
     *
     * @param keyStorePath the file, not null
     * @param password the password, not null
     * @throws KuraException if it cannot be stored
     */
    void setKeyStorePassword(String keyStorePath, char[] password) throws KuraException;

    /**
     * Sets the password of a key store.
     *
     * @param keyStorePath the file, not null
     * @param password the password, not null
     * @throws IOException if it cannot be stored
     */
    void setKeyStorePassword(String keyStorePath, String password) throws IOException;

    /** {@return whether the framework runs in its secure mode} */
    boolean isFrameworkSecure();
}
