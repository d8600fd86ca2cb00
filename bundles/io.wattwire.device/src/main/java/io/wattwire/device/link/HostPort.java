package io.wattwire.device.link;

/** A TCP endpoint; checks what a user may have typed. */
record HostPort(String host, int port) {

    static final int MODBUS = 502;

    HostPort {
        if (host == null || host.isBlank() || host.chars().anyMatch(Character::isWhitespace)) {
            throw new IllegalArgumentException("host '" + host + "' is no name or address");
        }
        if (port < 1 || port > 65_535) {
            throw new IllegalArgumentException("port " + port + " is outside 1..65535");
        }
    }

    /** Reads host, host:port, [v6] or [v6]:port; a port left out is that of Modbus TCP. */
    static HostPort parse(String text) {
        return parse(text, MODBUS);
    }

    /** The same with another usual port. */
    static HostPort parse(String text, int usualPort) {
        int bracket = text.lastIndexOf(']');
        int colon = text.indexOf(':', bracket + 1);
        String host = colon < 0 ? text : text.substring(0, colon);
        if (bracket > 0 && text.startsWith("[")) {
            host = text.substring(1, bracket);
        }
        return new HostPort(host, colon < 0 ? usualPort : port(text.substring(colon + 1)));
    }

    String text() {
        return (host.indexOf(':') >= 0 ? "[" + host + "]" : host) + ":" + port;
    }

    private static int port(String digits) {
        try {
            return Integer.parseInt(digits);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("port '" + digits + "' is no number in 1..65535", e);
        }
    }
}
