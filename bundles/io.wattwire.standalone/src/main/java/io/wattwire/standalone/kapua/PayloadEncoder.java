package io.wattwire.standalone.kapua;

import com.google.protobuf.CodedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Date;
import java.util.Map;
import org.eclipse.kura.message.KuraPayload;
import org.eclipse.kura.message.KuraPosition;

/** Writes a payload in field order. */
final class PayloadEncoder {
    private PayloadEncoder() {}

    /** Part of a message that writes itself. */
    private interface Part {
        void writeTo(CodedOutputStream out) throws IOException;
    }

    static byte[] encode(KuraPayload payload) {
        byte[] bytes = bytes(out -> write(payload, out));
        if (bytes.length > KapuaPayload.MAX_SIZE) {
            throw new IllegalArgumentException(
                    "payload has %d bytes, at most %d can be sent; publish fewer channels at once"
                            .formatted(bytes.length, KapuaPayload.MAX_SIZE));
        }
        return bytes;
    }

    private static void write(KuraPayload payload, CodedOutputStream out) throws IOException {
        Date timestamp = payload.getTimestamp();
        if (timestamp != null) {
            out.writeInt64(PayloadFields.TIMESTAMP, timestamp.getTime());
        }
        KuraPosition position = payload.getPosition();
        if (position != null) {
            out.writeByteArray(PayloadFields.POSITION, bytes(o -> writePosition(position, o)));
        }
        for (Map.Entry<String, Object> metric : payload.metrics().entrySet()) {
            if (metric.getValue() != null) {
                out.writeByteArray(PayloadFields.METRIC, bytes(o -> writeMetric(metric, o)));
            }
        }
        if (payload.getBody() != null) {
            out.writeByteArray(PayloadFields.BODY, payload.getBody());
        }
    }

    private static void writeMetric(Map.Entry<String, Object> metric, CodedOutputStream out)
            throws IOException {
        int type = typeOf(metric.getKey(), metric.getValue());
        int field = PayloadFields.METRIC_VALUE + type;
        out.writeString(PayloadFields.METRIC_NAME, metric.getKey());
        out.writeEnum(PayloadFields.METRIC_TYPE, type);
        switch (type) {
            case PayloadFields.DOUBLE -> out.writeDouble(field, (Double) metric.getValue());
            case PayloadFields.FLOAT -> out.writeFloat(field, (Float) metric.getValue());
            case PayloadFields.INT64 -> out.writeInt64(field, (Long) metric.getValue());
            case PayloadFields.INT32 -> out.writeInt32(field, (Integer) metric.getValue());
            case PayloadFields.BOOL -> out.writeBool(field, (Boolean) metric.getValue());
            case PayloadFields.STRING -> out.writeString(field, (String) metric.getValue());
            default -> out.writeByteArray(field, (byte[]) metric.getValue());
        }
    }

    private static int typeOf(String name, Object value) {
        if (value instanceof Double) {
            return PayloadFields.DOUBLE;
        } else if (value instanceof Float) {
            return PayloadFields.FLOAT;
        } else if (value instanceof Long) {
            return PayloadFields.INT64;
        } else if (value instanceof Integer) {
            return PayloadFields.INT32;
        } else if (value instanceof Boolean) {
            return PayloadFields.BOOL;
        } else if (value instanceof String) {
            return PayloadFields.STRING;
        } else if (value instanceof byte[]) {
            return PayloadFields.BYTES;
        }
        throw new IllegalArgumentException(
                "metric %s is a %s; use Double, Float, Long, Integer, Boolean, String or byte[]"
                        .formatted(name, value.getClass().getName()));
    }

    private static void writePosition(KuraPosition position, CodedOutputStream out)
            throws IOException {
        writeDouble(out, PayloadFields.LATITUDE, position.getLatitude());
        writeDouble(out, PayloadFields.LONGITUDE, position.getLongitude());
        writeDouble(out, PayloadFields.ALTITUDE, position.getAltitude());
        writeDouble(out, PayloadFields.PRECISION, position.getPrecision());
        writeDouble(out, PayloadFields.HEADING, position.getHeading());
        writeDouble(out, PayloadFields.SPEED, position.getSpeed());
        if (position.getTimestamp() != null) {
            out.writeInt64(PayloadFields.POSITION_TIME, position.getTimestamp().getTime());
        }
        if (position.getSatellites() != null) {
            out.writeInt32(PayloadFields.SATELLITES, position.getSatellites());
        }
        if (position.getStatus() != null) {
            out.writeInt32(PayloadFields.STATUS, position.getStatus());
        }
    }

    private static void writeDouble(CodedOutputStream out, int field, Double value)
            throws IOException {
        if (value != null) {
            out.writeDouble(field, value);
        }
    }

    private static byte[] bytes(Part part) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            CodedOutputStream out = CodedOutputStream.newInstance(bytes);
            part.writeTo(out);
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e); // memory does not fail
        }
        return bytes.toByteArray();
    }
}
