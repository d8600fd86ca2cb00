package io.wattwire.device.server;

import io.wattwire.device.model.RegisterKind;

/**
 * The registers behind one unit id. The server calls it from the threads of its connections,
 * several at a time: implementations must be thread-safe and fast.
 */
public interface RegisterBank {

    /**
     * Reads a block.
     *
     * @param kind table
     * @param address first address, 0 to 65535; the block ends at 65535 at the latest
     * @param count number of words (1 to 125) or bits (1 to 2000)
     * @return {@code count} words (0 to 65535) or bits (0 or 1)
     * @throws ModbusFault if the block cannot be read; the code becomes the exception answer
     */
    int[] read(RegisterKind kind, int address, int count) throws ModbusFault;

    /**
     * Writes a block in one go.
     *
     * @param kind {@link RegisterKind#HOLDING} or {@link RegisterKind#COIL}
     * @param address first address, 0 to 65535; the block ends at 65535 at the latest
     * @param words the words (0 to 65535) or bits (0 or 1)
     * @throws ModbusFault if the block is refused as a whole; the code becomes the exception answer
     */
    void write(RegisterKind kind, int address, int[] words) throws ModbusFault;

    /**
     * What function 17, "report server id", answers: an id, a run indicator, and often text.
     *
     * @return up to 250 bytes; empty: the function is not offered
     */
    default byte[] serverId() {
        return new byte[0];
    }
}
