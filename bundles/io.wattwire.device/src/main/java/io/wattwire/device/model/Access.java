package io.wattwire.device.model;

/** What a device allows on a register. */
public enum Access {
    /** Read only. */
    R,
    /** Write only. */
    W,
    /** Read and write. */
    RW;

    /**
     * Whether the register can be read.
     *
     * @return true for {@link #R} and {@link #RW}
     */
    public boolean readable() {
        return this != W;
    }

    /**
     * Whether the register can be written.
     *
     * @return true for {@link #W} and {@link #RW}
     */
    public boolean writable() {
        return this != R;
    }
}
