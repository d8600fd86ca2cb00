package io.wattwire.device.server;

import io.wattwire.serial.SerialSettings;
import java.io.IOException;
import java.net.InetAddress;

/** A running Modbus server on one endpoint. Thread-safe. */
public final class ModbusServer implements AutoCloseable {

    private ModbusServer() {}

    /**
     * Begins the description of a server.
     *
     * @return an empty builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Tells where the server listens.
     *
     * @return the TCP port, 0 on a serial line
     */
    public int port() {
        return 0;
    }

    /**
     * Closes the endpoint and all connections and ends the server's threads; a second call does
     * nothing.
     */
    @Override
    public void close() {}

    /** Describes a server: one endpoint, one or more unit ids. */
    public static final class Builder {

        private Builder() {}

        /**
         * Adds a unit id.
         *
         * @param id 0 to 255
         * @param bank its registers
         * @return this builder
         */
        public Builder unit(int id, RegisterBank bank) {
            return this;
        }

        /**
         * Listens for Modbus TCP on the loopback address.
         *
         * @param port TCP port, 0 for any free one
         * @return this builder
         */
        public Builder tcp(int port) {
            return tcp(InetAddress.getLoopbackAddress(), port);
        }

        /**
         * Listens for Modbus TCP.
         *
         * @param address address to bind
         * @param port TCP port, 0 for any free one
         * @return this builder
         */
        public Builder tcp(InetAddress address, int port) {
            return this;
        }

        /**
         * Listens for RTU frames over TCP.
         *
         * @param address address to bind
         * @param port TCP port, 0 for any free one
         * @return this builder
         */
        public Builder rtuOverTcp(InetAddress address, int port) {
            return this;
        }

        /**
         * Listens for RTU frames on a serial port.
         *
         * @param settings device and line settings
         * @return this builder
         */
        public Builder serial(SerialSettings settings) {
            return this;
        }

        /**
         * Makes the server misbehave.
         *
         * @param hook asked before each answer
         * @return this builder
         */
        public Builder misbehaviour(Misbehaviour hook) {
            return this;
        }

        /**
         * Opens the endpoint and starts to answer.
         *
         * @return the running server, to be closed by the caller
         * @throws IOException if the endpoint cannot be opened
         * @throws IllegalStateException if no endpoint was named
         */
        public ModbusServer start() throws IOException {
            return new ModbusServer();
        }
    }
}
