package io.wattwire.device.link;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Recognises what speaks on a port in place of the protocol that was expected. */
final class OtherProtocol {

    private static final int MBAP = 8;

    private OtherProtocol() {}

    /**
     * Looks at the first bytes that were heard.
     *
     * @return which protocol they look like and what to set, empty if they look like none
     */
    static Optional<String> in(byte[] heard) {
        if (startsWith(heard, "HTTP/") || startsWith(heard, "<")) {
            return Optional.of("this looks like a web server; check the port");
        }
        if (startsWith(heard, "SSH-")) {
            return Optional.of("this looks like an SSH server; check the port");
        }
        if (isModbusTcp(heard)) {
            return Optional.of("this looks like Modbus TCP; set the connection to Modbus TCP");
        }
        if (isSolarman(heard)) {
            return Optional.of(
                    "this looks like a Solarman logger; set the connection to Solarman logger");
        }
        return isGivEnergy(heard)
                ? Optional.of(
                        "this looks like a GivEnergy dongle; set the connection to GivEnergy"
                                + " dongle, and use the driver for GivEnergy")
                : Optional.empty();
    }

    private static boolean isModbusTcp(byte[] heard) {
        return heard.length > MBAP
                && heard[2] == 0
                && heard[3] == 0
                && heard[4] == 0
                && (heard[5] & 0xFF) + 6 == heard.length;
    }

    private static boolean isSolarman(byte[] heard) {
        return heard.length > 4 && heard[0] == (byte) 0xA5 && heard[3] == 0x10;
    }

    private static boolean isGivEnergy(byte[] heard) {
        return heard.length > 4 && heard[0] == 0x59 && heard[1] == 0x59 && heard[3] == 1;
    }

    private static boolean startsWith(byte[] heard, String text) {
        return new String(heard, StandardCharsets.ISO_8859_1).startsWith(text);
    }
}
