package io.wattwire.device.model;

/** Who may write a register; grid protection, resets and counters are not an owner's. */
public enum WriteRole {
    /** The owner of the plant. */
    OWNER,
    /** An installer, and nobody else. */
    INSTALLER,
    /** Nobody; also what holds where a table does not say. */
    NEVER;

    /**
     * Whether somebody acting as {@code writer} may write a register of this role.
     *
     * @param writer who wants to write
     * @return false always when this is {@link #NEVER}
     */
    public boolean allows(WriteRole writer) {
        return switch (this) {
            case OWNER -> writer != NEVER;
            case INSTALLER -> writer == INSTALLER;
            case NEVER -> false;
        };
    }
}
