package io.wattwire.standalone.system;

import java.io.File;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.BadPaddingException;
import javax.crypto.Cipher;
import javax.crypto.IllegalBlockSizeException;
import javax.crypto.NoSuchPaddingException;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import org.eclipse.kura.KuraErrorCode;
import org.eclipse.kura.KuraException;
import org.eclipse.kura.crypto.CryptoService;
import org.eclipse.kura.system.SystemService;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Secrets under AES-GCM. An encrypted secret is the Base64 text of a random 12-byte nonce followed
 * by ciphertext and tag, so that a text which was not encrypted here is told apart reliably.
 */
@Component(service = CryptoService.class)
public final class LocalCryptoService implements CryptoService {
    private static final String CIPHER = "AES/GCM/NoPadding";
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final char[] NEW_KEY_STORE = "changeit".toCharArray();

    private final SecretKey key;
    private final SecureRandom random = new SecureRandom();
    private final Map<Path, char[]> keyStorePasswords = new ConcurrentHashMap<>();

    /**
     * Uses the key {@code wattwire.key} in the data directory.
     *
     * @param system knows the directory
     * @throws IOException if the key cannot be read or made
     */
    @Activate
    public LocalCryptoService(@Reference SystemService system) throws IOException {
        this(Path.of(system.getKuraDataDirectory()));
    }

    LocalCryptoService(Path dataDirectory) throws IOException {
        this.key = KeyFile.readOrCreate(dataDirectory.resolve("wattwire.key"));
    }

    @Override
    public char[] encryptAes(char[] value) throws KuraException {
        byte[] plain = toBytes(value);
        try {
            return Base64.getEncoder().encodeToString(seal(plain)).toCharArray();
        } catch (GeneralSecurityException e) {
            throw new KuraException(KuraErrorCode.ENCODE_ERROR, e, "secret");
        } finally {
            Arrays.fill(plain, (byte) 0);
        }
    }

    @Override
    public char[] decryptAes(char[] encryptedValue) throws KuraException {
        try {
            return toChars(open(Base64.getDecoder().decode(new String(encryptedValue))));
        } catch (GeneralSecurityException | IllegalArgumentException | IOException e) {
            throw new KuraException(
                    KuraErrorCode.DECODER_ERROR, e, "secret was not encrypted on this gateway");
        }
    }

    @Override
    public String encryptAes(String value)
            throws NoSuchAlgorithmException,
                    NoSuchPaddingException,
                    InvalidKeyException,
                    IllegalBlockSizeException,
                    BadPaddingException {
        try {
            return new String(encryptAes(value.toCharArray()));
        } catch (KuraException e) {
            throw new InvalidKeyException(e);
        }
    }

    @Override
    public String decryptAes(String encryptedValue)
            throws NoSuchAlgorithmException,
                    NoSuchPaddingException,
                    InvalidKeyException,
                    IOException,
                    IllegalBlockSizeException,
                    BadPaddingException {
        try {
            return new String(decryptAes(encryptedValue.toCharArray()));
        } catch (KuraException e) {
            throw new IOException(e);
        }
    }

    private byte[] seal(byte[] plain) throws GeneralSecurityException {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        Cipher cipher = Cipher.getInstance(CIPHER);
        cipher.init(Cipher.ENCRYPT_MODE, key, new GCMParameterSpec(TAG_BITS, nonce));
        byte[] sealed = Arrays.copyOf(nonce, NONCE_BYTES + cipher.getOutputSize(plain.length));
        cipher.doFinal(plain, 0, plain.length, sealed, NONCE_BYTES);
        return sealed;
    }

    private byte[] open(byte[] sealed) throws GeneralSecurityException {
        if (sealed.length < NONCE_BYTES + TAG_BITS / Byte.SIZE) {
            throw new BadPaddingException("too short");
        }
        Cipher cipher = Cipher.getInstance(CIPHER);
        cipher.init(
                Cipher.DECRYPT_MODE, key, new GCMParameterSpec(TAG_BITS, sealed, 0, NONCE_BYTES));
        return cipher.doFinal(sealed, NONCE_BYTES, sealed.length - NONCE_BYTES);
    }

    private static byte[] toBytes(char[] chars) {
        ByteBuffer bytes = StandardCharsets.UTF_8.encode(CharBuffer.wrap(chars));
        return Arrays.copyOfRange(bytes.array(), 0, bytes.limit());
    }

    private static char[] toChars(byte[] bytes) throws CharacterCodingException {
        CharBuffer chars = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
        Arrays.fill(bytes, (byte) 0);
        return Arrays.copyOfRange(chars.array(), 0, chars.limit());
    }

    @Override
    public String hash(String text, String algorithm) throws NoSuchAlgorithmException {
        byte[] digest =
                MessageDigest.getInstance(algorithm).digest(text.getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(digest);
    }

    @Override
    public String encodeBase64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String decodeBase64(String text) {
        return new String(Base64.getDecoder().decode(text), StandardCharsets.UTF_8);
    }

    @Override
    public char[] getKeyStorePassword(String keyStorePath) {
        return keyStorePasswords.getOrDefault(pathOf(keyStorePath), NEW_KEY_STORE).clone();
    }

    @Override
    public void setKeyStorePassword(String keyStorePath, char[] password) {
        keyStorePasswords.put(pathOf(keyStorePath), password.clone());
    }

    @Override
    public void setKeyStorePassword(String keyStorePath, String password) {
        setKeyStorePassword(keyStorePath, password.toCharArray());
    }

    private static Path pathOf(String keyStorePath) {
        return new File(keyStorePath).toPath().toAbsolutePath().normalize();
    }

    @Override
    public boolean isFrameworkSecure() {
        return false;
    }
}
