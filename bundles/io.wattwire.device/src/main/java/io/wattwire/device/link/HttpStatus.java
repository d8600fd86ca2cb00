package io.wattwire.device.link;

/**
 * Refusals of an HTTP device as the exception codes that the session knows from Modbus, so that
 * both are treated alike.
 */
final class HttpStatus {

    /** Illegal address: the device does not have it. */
    static final int ABSENT = 2;

    /** Illegal value: the device does not take it. */
    static final int REFUSED = 3;

    /** Busy: the same may succeed a little later. */
    static final int BUSY = 6;

    private HttpStatus() {}
}
