package io.wattwire.publish.queue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.OptionalLong;

/**
 * The number of the first record that is not acknowledged, in a file of 16 bytes: the number and
 * its complement. If it is lost or torn, everything is sent again: twice is better than never.
 */
final class Cursor implements AutoCloseable {
    private static final int SIZE = 2 * Long.BYTES;

    private final FileChannel channel;

    Cursor(Path file) throws IOException {
        channel =
                FileChannel.open(
                        file,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.READ,
                        StandardOpenOption.WRITE);
    }

    OptionalLong read() throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(SIZE);
        int read = channel.read(bytes, 0);
        return read == SIZE && bytes.getLong(0) == ~bytes.getLong(Long.BYTES)
                ? OptionalLong.of(bytes.getLong(0))
                : OptionalLong.empty();
    }

    void write(long number) throws IOException {
        channel.write(ByteBuffer.allocate(SIZE).putLong(number).putLong(~number).flip(), 0);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
