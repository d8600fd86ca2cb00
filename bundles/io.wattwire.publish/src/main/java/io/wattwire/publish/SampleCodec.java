package io.wattwire.publish;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/**
 * The samples of one asset as a record of the queue. Records outlive updates: they bear a version.
 */
final class SampleCodec {

    private static final int VERSION = 1;
    private static final int NUMBER = 0;
    private static final int WHOLE = 1;
    private static final int FLAG = 2;
    private static final int TEXT = 3;

    private SampleCodec() {}

    /** Packs the samples of one asset. */
    static byte[] pack(String asset, List<Sample> samples) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(32 * (samples.size() + 1));
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeByte(VERSION);
            out.writeUTF(asset);
            out.writeShort(samples.size());
            for (Sample sample : samples) {
                out.writeUTF(sample.channel());
                out.writeLong(sample.timeMillis());
                write(out, sample.value());
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    private static void write(DataOutputStream out, Object value) throws IOException {
        if (value instanceof Double number) {
            out.writeByte(NUMBER);
            out.writeDouble(number);
        } else if (value instanceof Long whole) {
            out.writeByte(WHOLE);
            out.writeLong(whole);
        } else if (value instanceof Boolean flag) {
            out.writeByte(FLAG);
            out.writeBoolean(flag);
        } else {
            out.writeByte(TEXT);
            out.writeUTF((String) value);
        }
    }

    /**
     * Unpacks.
     *
     * @throws IOException if the bytes are no samples of a version that is known here
     */
    static List<Sample> unpack(byte[] record) throws IOException {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(record))) {
            int version = in.readByte();
            if (version != VERSION) {
                throw new IOException("a record of version " + version + ", not " + VERSION);
            }
            String asset = in.readUTF();
            int count = in.readUnsignedShort();
            List<Sample> samples = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                String channel = in.readUTF();
                long time = in.readLong();
                samples.add(new Sample(asset, channel, read(in), time));
            }
            return samples;
        }
    }

    private static Object read(DataInputStream in) throws IOException {
        int kind = in.readByte();
        return switch (kind) {
            case NUMBER -> in.readDouble();
            case WHOLE -> in.readLong();
            case FLAG -> in.readBoolean();
            case TEXT -> in.readUTF();
            default -> throw new IOException("a value of kind " + kind);
        };
    }
}
