package io.wattwire.publish.queue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.zip.CRC32C;

/**
 * One file of a queue: records one after the other, each with length and checksum before it. What
 * was appended outlives the process at once; what a failing computer leaves half written is found
 * by its checksum and cut off.
 */
final class Segment implements AutoCloseable {
    private static final int HEADER = 2 * Integer.BYTES;
    private static final int MAX_RECORD = 32 * 1024 * 1024;

    private final Path file;
    private final FileChannel channel;
    private final long first;
    private long count;
    private long size;
    private boolean torn;

    /** Opens or makes the file whose first record has the number {@code first}. */
    Segment(Path file, long first) throws IOException {
        this.file = file;
        this.first = first;
        this.channel =
                FileChannel.open(
                        file,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.READ,
                        StandardOpenOption.WRITE);
        try {
            recover();
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    private void recover() throws IOException {
        for (byte[] record = read(size); record != null; record = read(size)) {
            size = after(size, record);
            count++;
        }
        torn = channel.size() > size;
        channel.truncate(size);
    }

    /** Whether something at its end was cut off when it was opened. */
    boolean wasTorn() {
        return torn;
    }

    /** The record at an offset, or null if there is no whole and sound one. */
    byte[] read(long offset) throws IOException {
        ByteBuffer header = ByteBuffer.allocate(HEADER);
        if (!fill(header, offset)) {
            return null;
        }
        int length = header.getInt(0);
        if (length < 0 || length > MAX_RECORD || offset + HEADER + length > channel.size()) {
            return null;
        }
        ByteBuffer record = ByteBuffer.allocate(length);
        return fill(record, offset + HEADER)
                        && checksum(record.array()) == header.getInt(Integer.BYTES)
                ? record.array()
                : null;
    }

    private boolean fill(ByteBuffer buffer, long offset) throws IOException {
        while (buffer.hasRemaining()) {
            if (channel.read(buffer, offset + buffer.position()) < 0) {
                return false;
            }
        }
        return true;
    }

    /** Complemented, so that zeros at the end of a torn file are no sound empty record. */
    private static int checksum(byte[] record) {
        CRC32C crc = new CRC32C();
        crc.update(record);
        return ~(int) crc.getValue();
    }

    static long after(long offset, byte[] record) {
        return offset + HEADER + record.length;
    }

    /** Appends; if the disk fails the file stays as it was. */
    void append(byte[] record) throws IOException {
        ByteBuffer bytes =
                ByteBuffer.allocate(HEADER + record.length)
                        .putInt(record.length)
                        .putInt(checksum(record))
                        .put(record)
                        .flip();
        try {
            while (bytes.hasRemaining()) {
                channel.write(bytes, size + bytes.position());
            }
        } catch (IOException e) {
            channel.truncate(size);
            throw e;
        }
        size += bytes.limit();
        count++;
    }

    /** The number of the first record. */
    long first() {
        return first;
    }

    /** The number after that of the last record. */
    long end() {
        return first + count;
    }

    long size() {
        return size;
    }

    void delete() throws IOException {
        close();
        Files.deleteIfExists(file);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
