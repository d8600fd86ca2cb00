package io.wattwire.cli;

import io.wattwire.device.link.CmsMask;
import io.wattwire.device.link.DocumentMask;
import io.wattwire.device.link.Frame;
import io.wattwire.device.link.FrameMask;
import io.wattwire.device.model.DeviceFamily;
import io.wattwire.device.model.Encoding;
import io.wattwire.device.model.Register;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.Function;

/** How serial numbers are shown in a recording; not thread-safe. */
interface Disguise {

    /** Bytes of a frame without serial numbers. */
    byte[] frame(Frame frame);

    /** Text of a link's address without one. */
    String link(String link);

    /** A serial number as it is in the frames. */
    String text(String serial);

    /** A value of a register or point; only personal ones change. */
    default Object value(String name, Object value) {
        if (!personal(name)) {
            return value;
        }
        return value instanceof String text ? text(text) : 0;
    }

    /** Tells whether a register or point is personal. */
    static boolean personal(String name) {
        return name.contains("serial");
    }

    /** For devices of a family, by how their serial numbers are on the wire. */
    static Disguise of(DeviceFamily family, Function<Register, OptionalInt> units) {
        return switch (family.protocol()) {
            case HTTP -> new OfDocuments();
            case CMS -> new OfInverters();
            default -> new OfRegisters(new FrameValues(family.table(), units));
        };
    }

    /** Shows everything as it is. */
    final class None implements Disguise {
        @Override
        public byte[] frame(Frame frame) {
            return frame.bytes();
        }

        @Override
        public String link(String link) {
            return link;
        }

        @Override
        public String text(String serial) {
            return serial;
        }

        @Override
        public Object value(String name, Object value) {
            return value;
        }
    }

    /** In registers and in the envelopes of loggers and dongles. */
    record OfRegisters(FrameValues values) implements Disguise {
        @Override
        public byte[] frame(Frame frame) {
            Map<Integer, Boolean> words = new HashMap<>();
            for (FrameValues.Place place : values.places(frame)) {
                if (personal(place.register().name())) {
                    int count = place.register().type().words();
                    boolean text = place.register().type().encoding() == Encoding.STRING;
                    for (int i = 0; i < count; i++) {
                        words.put(place.word() + i, text);
                    }
                }
            }
            return FrameMask.masked(frame, words);
        }

        @Override
        public String link(String link) {
            return FrameMask.link(link);
        }

        @Override
        public String text(String serial) {
            return FrameMask.text(serial);
        }
    }

    /** In documents, which have none left when they are traced. */
    record OfDocuments() implements Disguise {
        @Override
        public byte[] frame(Frame frame) {
            return frame.bytes();
        }

        @Override
        public String link(String link) {
            return link;
        }

        @Override
        public String text(String serial) {
            return DocumentMask.text(serial);
        }
    }

    /** Of inverters that nothing else tells apart, so that each keeps one of its own. */
    record OfInverters(CmsMask mask) implements Disguise {
        OfInverters() {
            this(new CmsMask());
        }

        @Override
        public byte[] frame(Frame frame) {
            return mask.masked(frame.bytes());
        }

        @Override
        public String link(String link) {
            return mask.link(link);
        }

        @Override
        public String text(String serial) {
            return mask.text(serial);
        }
    }
}
