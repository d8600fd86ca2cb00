package io.wattwire.driver.solaredge;

import io.wattwire.serial.SerialSettings;
import java.net.InetAddress;

/** Where masters reach emulated meters. */
sealed interface LineAddress {

    /** What can be used by one line only: {@code tcp port 5502}, {@code /dev/ttyUSB0}. */
    String key();

    /**
     * A serial line, RTU frames.
     *
     * @param settings the port and its settings
     */
    record Serial(SerialSettings settings) implements LineAddress {
        @Override
        public String key() {
            return settings.device();
        }

        @Override
        public String toString() {
            return settings.toString();
        }
    }

    /**
     * A TCP port.
     *
     * @param address where to listen
     * @param port TCP port, 0 for any free one
     * @param rtu RTU frames with checksum instead of Modbus TCP
     * @param clients who may connect
     */
    record Tcp(InetAddress address, int port, boolean rtu, AllowList clients)
            implements LineAddress {
        @Override
        public String key() {
            return "tcp port " + port;
        }

        @Override
        public String toString() {
            return (rtu ? "rtu-tcp " : "tcp ")
                    + address.getHostAddress()
                    + ":"
                    + port
                    + (clients.text().isEmpty() ? "" : " for " + clients.text());
        }
    }
}
