package io.wattwire.device.model;

import java.util.Optional;

/**
 * Addresses as a protocol that is not Modbus names them: {@code status 0x44}. Each word stands for
 * an area of the addresses by which the engine asks.
 */
enum Area {
    /** A CMS inverter's measured value, by the code in its status layout. */
    STATUS("status", RegisterKind.INPUT, 0, 1, 256),
    /** A CMS inverter's setting, by the code in its parameter layout. */
    PARAMETER("parameter", RegisterKind.HOLDING, 0, 1, 256),
    /** A CMS inverter's version record, by the number of the field. */
    VERSION("version", RegisterKind.INPUT, 256, 8, 7);

    private final String word;
    private final RegisterKind kind;
    private final int first;
    private final int stride;
    private final int places;

    Area(String word, RegisterKind kind, int first, int stride, int places) {
        this.word = word;
        this.kind = kind;
        this.first = first;
        this.stride = stride;
        this.places = places;
    }

    /** Finds the area that an address names; empty for a plain number. */
    static Optional<Area> of(String address) {
        for (Area area : values()) {
            if (address.startsWith(area.word + " ")) {
                return Optional.of(area);
            }
        }
        return Optional.empty();
    }

    RegisterKind kind() {
        return kind;
    }

    /** What stands behind the word. */
    String place(String address) {
        return address.substring(word.length()).strip();
    }

    boolean has(long place) {
        return place >= 0 && place < places;
    }

    /** The address of a place. */
    long address(long place) {
        return first + place * stride;
    }

    String range() {
        return word + " 0 to " + (places - 1);
    }
}
