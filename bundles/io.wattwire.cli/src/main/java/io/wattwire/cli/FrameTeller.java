package io.wattwire.cli;

import io.wattwire.device.link.Frame;
import io.wattwire.device.model.DeviceFamily;
import io.wattwire.device.model.Register;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Function;

/** Tells the values in the answers that come over a wire, by their names. */
interface FrameTeller {

    /** Hears a frame, and tells the values in it: {@code name=value unit}. */
    List<String> hear(Frame frame);

    /** One for a link that devices of the family are on. */
    static FrameTeller of(DeviceFamily family, Function<Register, OptionalInt> units) {
        return switch (family.protocol()) {
            case HTTP -> new DocumentValues(family.table());
            case CMS -> new CmsValues(family.table());
            default -> new FrameValues(family.table(), units);
        };
    }

    /** A value as it is told. */
    static String told(Register register, Object value) {
        String text = register.name() + "=" + Values.plain(value) + " " + register.unit();
        return text.strip().replaceAll("\\p{Cntrl}+", " ");
    }
}
