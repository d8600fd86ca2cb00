package io.wattwire.standalone.kapua;

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.WireFormat;
import java.io.IOException;
import java.util.Date;
import org.eclipse.kura.message.KuraPayload;
import org.eclipse.kura.message.KuraPosition;

/** Reads a payload; fields that it does not know are skipped, as the format asks. */
final class PayloadDecoder {
    private PayloadDecoder() {}

    static KuraPayload decode(byte[] bytes) throws IOException {
        CodedInputStream in = CodedInputStream.newInstance(bytes);
        KuraPayload payload = new KuraPayload();
        for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
            switch (WireFormat.getTagFieldNumber(tag)) {
                case PayloadFields.TIMESTAMP -> {
                    expect(tag, WireFormat.WIRETYPE_VARINT, "timestamp");
                    payload.setTimestamp(new Date(in.readInt64()));
                }
                case PayloadFields.POSITION -> payload.setPosition(readPosition(part(in, tag)));
                case PayloadFields.METRIC -> readMetric(part(in, tag), payload);
                case PayloadFields.BODY -> {
                    expect(tag, WireFormat.WIRETYPE_LENGTH_DELIMITED, "body");
                    payload.setBody(in.readByteArray());
                }
                default -> in.skipField(tag);
            }
        }
        return payload;
    }

    private static CodedInputStream part(CodedInputStream in, int tag) throws IOException {
        expect(tag, WireFormat.WIRETYPE_LENGTH_DELIMITED, "position or metric");
        return CodedInputStream.newInstance(in.readByteArray());
    }

    private static void readMetric(CodedInputStream in, KuraPayload payload) throws IOException {
        String name = null;
        int type = -1;
        Object[] values = new Object[PayloadFields.BYTES + 1];
        for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
            int field = WireFormat.getTagFieldNumber(tag);
            if (field == PayloadFields.METRIC_NAME) {
                expect(tag, WireFormat.WIRETYPE_LENGTH_DELIMITED, "name of a metric");
                name = in.readStringRequireUtf8();
            } else if (field == PayloadFields.METRIC_TYPE) {
                expect(tag, WireFormat.WIRETYPE_VARINT, "type of a metric");
                type = in.readEnum();
            } else if (field <= PayloadFields.METRIC_VALUE + PayloadFields.BYTES) {
                values[field - PayloadFields.METRIC_VALUE] = readValue(in, tag, field);
            } else {
                in.skipField(tag);
            }
        }
        payload.addMetric(checkedName(name), checkedValue(name, type, values));
    }

    private static String checkedName(String name) throws IOException {
        if (name == null) {
            throw new IOException("metric without a name");
        }
        return name;
    }

    private static Object checkedValue(String name, int type, Object[] values) throws IOException {
        if (type < 0 || type >= values.length) {
            throw new IOException("metric " + name + " has the unknown type " + type);
        }
        if (values[type] == null) {
            throw new IOException("metric " + name + " has no value of its type " + type);
        }
        return values[type];
    }

    private static Object readValue(CodedInputStream in, int tag, int field) throws IOException {
        int type = field - PayloadFields.METRIC_VALUE;
        expect(tag, wireTypeOf(type), "value of a metric");
        return switch (type) {
            case PayloadFields.DOUBLE -> (Object) in.readDouble();
            case PayloadFields.FLOAT -> in.readFloat();
            case PayloadFields.INT64 -> in.readInt64();
            case PayloadFields.INT32 -> in.readInt32();
            case PayloadFields.BOOL -> in.readBool();
            case PayloadFields.STRING -> in.readStringRequireUtf8();
            default -> in.readByteArray();
        };
    }

    private static int wireTypeOf(int type) {
        return switch (type) {
            case PayloadFields.DOUBLE -> WireFormat.WIRETYPE_FIXED64;
            case PayloadFields.FLOAT -> WireFormat.WIRETYPE_FIXED32;
            case PayloadFields.STRING, PayloadFields.BYTES -> WireFormat.WIRETYPE_LENGTH_DELIMITED;
            default -> WireFormat.WIRETYPE_VARINT;
        };
    }

    private static KuraPosition readPosition(CodedInputStream in) throws IOException {
        KuraPosition position = new KuraPosition();
        for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
            int field = WireFormat.getTagFieldNumber(tag);
            if (field <= PayloadFields.SPEED) {
                expect(tag, WireFormat.WIRETYPE_FIXED64, "field of a position");
                setNumber(position, field, in.readDouble());
            } else if (field <= PayloadFields.STATUS) {
                expect(tag, WireFormat.WIRETYPE_VARINT, "field of a position");
                setCount(position, field, in.readInt64());
            } else {
                in.skipField(tag);
            }
        }
        return position;
    }

    private static void setNumber(KuraPosition position, int field, double value) {
        switch (field) {
            case PayloadFields.LATITUDE -> position.setLatitude(value);
            case PayloadFields.LONGITUDE -> position.setLongitude(value);
            case PayloadFields.ALTITUDE -> position.setAltitude(value);
            case PayloadFields.PRECISION -> position.setPrecision(value);
            case PayloadFields.HEADING -> position.setHeading(value);
            default -> position.setSpeed(value);
        }
    }

    private static void setCount(KuraPosition position, int field, long value) {
        switch (field) {
            case PayloadFields.POSITION_TIME -> position.setTimestamp(new Date(value));
            case PayloadFields.SATELLITES -> position.setSatellites((int) value);
            default -> position.setStatus((int) value);
        }
    }

    private static void expect(int tag, int wireType, String what) throws IOException {
        if (WireFormat.getTagWireType(tag) != wireType) {
            throw new IOException(
                    what
                            + " has wire type "
                            + WireFormat.getTagWireType(tag)
                            + ", not "
                            + wireType);
        }
    }
}
