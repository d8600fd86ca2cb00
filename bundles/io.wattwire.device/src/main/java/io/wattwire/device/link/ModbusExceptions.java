package io.wattwire.device.link;

/** The exception codes of the Modbus application protocol 1.1b3 in words. */
final class ModbusExceptions {

    private ModbusExceptions() {}

    static String text(int code) {
        switch (code) {
            case 1:
                return "illegal function";
            case 2:
                return "illegal address";
            case 3:
                return "illegal value";
            case 4:
                return "device failure";
            case 5:
                return "accepted, still working";
            case 6:
                return "device busy";
            case 8:
                return "memory parity error";
            case 10:
                return "gateway has no path to the unit";
            case 11:
                return "unit behind the gateway does not answer";
            default:
                return "unknown code";
        }
    }
}
