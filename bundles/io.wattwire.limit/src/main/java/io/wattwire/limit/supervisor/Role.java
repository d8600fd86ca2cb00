package io.wattwire.limit.supervisor;

/** Who asks for a reset. Whoever calls has checked it: an installer has shown the PIN. */
public enum Role {
    /** The customer. */
    OWNER,
    /** The installer; such a reset clears the history as well. */
    INSTALLER
}
