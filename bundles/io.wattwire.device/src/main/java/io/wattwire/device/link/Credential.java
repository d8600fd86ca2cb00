package io.wattwire.device.link;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;

/**
 * User and password of a device. Nothing here shows the password: not its text, not a message, not
 * a frame of a trace. Immutable.
 */
public final class Credential {

    /** For a device that asks for none. */
    public static final Credential NONE = new Credential("", new char[0]);

    private static final int LONGEST = 200;

    private final String user;
    private final char[] password;

    private Credential(String user, char[] password) {
        this.user = user;
        this.password = password;
    }

    /**
     * Makes a credential.
     *
     * @param user name, up to 200 characters, without a colon; empty for none
     * @param password up to 200 characters
     * @return the credential
     * @throws IllegalArgumentException if one of them cannot be sent; the message does not show it
     */
    public static Credential of(String user, char[] password) {
        boolean controls =
                user.chars().anyMatch(Character::isISOControl)
                        || new String(password).chars().anyMatch(Character::isISOControl);
        if (user.indexOf(':') >= 0 || controls) {
            throw new IllegalArgumentException(
                    "user or password has a character that cannot be sent: a colon in the user, a"
                            + " line break or another control character; write them as on the device");
        }
        if (user.length() > LONGEST || password.length > LONGEST) {
            throw new IllegalArgumentException(
                    "user or password is longer than " + LONGEST + " characters; check them");
        }
        if (user.isEmpty() && password.length > 0) {
            throw new IllegalArgumentException("there is a password without a user; write both");
        }
        return user.isEmpty() ? NONE : new Credential(user, password.clone());
    }

    /**
     * Tells whether there is nothing to send.
     *
     * @return true without a user
     */
    public boolean isNone() {
        return user.isEmpty();
    }

    /** The value of the header, for the Basic scheme of RFC 7617 in UTF-8. */
    String basic() {
        String both = user + ":" + new String(password);
        return "Basic " + Base64.getEncoder().encodeToString(both.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Tells whether a client said this credential.
     *
     * @param authorization value of the header {@code Authorization}
     * @return true for this user and password
     */
    public boolean isSaidBy(String authorization) {
        return MessageDigest.isEqual(
                basic().getBytes(StandardCharsets.UTF_8),
                authorization.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Credential one
                && one.user.equals(user)
                && Arrays.equals(one.password, password);
    }

    @Override
    public int hashCode() {
        return user.hashCode(); // of the password nothing may show, not even this
    }

    @Override
    public String toString() {
        return isNone() ? "no credential" : "a credential";
    }
}
