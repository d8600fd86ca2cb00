package org.eclipse.kura.configuration;

/** A secret, as the configuration holds it. Its text is the secret itself: do not log it. */
public class Password {
    private final char[] password;

    /**
     * A secret.
     *
     * @param password the secret; may be null
     */
    public Password(String password) {
        this(password == null ? null : password.toCharArray());
    }

    /**
     * A secret, not copied.
     *
     * @param password the secret; may be null
     */
    public Password(char[] password) {
        this.password = password;
    }

    /** {@return the secret, not copied, or null} */
    public char[] getPassword() {
        return password;
    }

    /** {@return the secret as text} */
    @Override
    public String toString() {
        return new String(password);
    }
}
