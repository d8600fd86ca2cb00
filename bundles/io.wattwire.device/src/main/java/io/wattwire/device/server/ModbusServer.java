package io.wattwire.device.server;

import io.wattwire.device.link.Credential;
import io.wattwire.device.model.Documents;
import io.wattwire.serial.SerialPort;
import io.wattwire.serial.SerialPorts;
import io.wattwire.serial.SerialSettings;
import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.function.IntFunction;
import java.util.function.Predicate;

/**
 * A running Modbus server on one endpoint. It offers functions 1 to 6, 15 and 16; unit ids that it
 * does not have stay unanswered, also on TCP. Thread-safe.
 *
 * <p>Bytes are framed by our own code, because j2mod's listeners can neither drip, delay and garble
 * answers nor work on a serial port that another library has opened; messages are decoded and
 * encoded by j2mod.
 */
public final class ModbusServer implements AutoCloseable {

    private final Endpoint endpoint;
    private final CountDownLatch stopped;

    private ModbusServer(Endpoint endpoint, CountDownLatch stopped) {
        this.endpoint = endpoint;
        this.stopped = stopped;
    }

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
        return endpoint.port();
    }

    /**
     * Tells why nobody can be heard at present, such as a serial adapter that was pulled out. The
     * server opens it again by itself.
     *
     * @return a sentence; empty when all is well
     */
    public String problem() {
        return endpoint.problem();
    }

    /**
     * Closes the endpoint and all connections and ends the server's threads; a second call does
     * nothing.
     */
    @Override
    public void close() {
        stopped.countDown();
        endpoint.close();
    }

    /** Makes the one who answers. */
    private interface Maker {
        Conversant make(Map<Integer, RegisterBank> fixed, Units all, CountDownLatch stopped);
    }

    /** Describes a server: one endpoint, one or more unit ids. Not thread-safe. */
    public static final class Builder {

        private static final int CONNECTIONS = 16;
        private static final int LOGGER_CONNECTIONS = 4;

        private final Map<Integer, RegisterBank> units = new HashMap<>();
        private IntFunction<RegisterBank> others = id -> null;
        private Predicate<InetAddress> clients = address -> true;
        private RequestListener listener = (client, unit, pdu) -> {};
        private Misbehaviour misbehaviour = Misbehaviour.NONE;
        private Framing framing = Framing.TCP;
        private IntFunction<Endpoint> endpoint;
        private int connections = CONNECTIONS;
        private Duration connectDelay = Duration.ZERO;
        private Maker conversant = this::modbus;

        private Builder() {}

        /**
         * Adds a unit id.
         *
         * @param id 0 to 255; 0 is not treated as a broadcast
         * @param bank its registers
         * @return this builder
         * @throws IllegalArgumentException if the id is out of range or taken
         */
        public Builder unit(int id, RegisterBank bank) {
            if (id < 0 || id > 255 || units.putIfAbsent(id, bank) != null) {
                throw new IllegalArgumentException(
                        "unit id " + id + " is outside 0..255 or given twice");
            }
            return this;
        }

        /**
         * Adds units that may come and go while the server runs.
         *
         * @param finder asked for each request to a unit id that {@link #unit} did not name, in the
         *     thread of its connection; null leaves the request unanswered
         * @return this builder
         */
        public Builder units(IntFunction<RegisterBank> finder) {
            others = finder;
            return this;
        }

        /**
         * Limits who may connect over TCP; others are hung up at once.
         *
         * @param allowed tells for a client's address
         * @return this builder
         */
        public Builder clients(Predicate<InetAddress> allowed) {
            clients = allowed;
            return this;
        }

        /**
         * Tells of each request to a unit that is here.
         *
         * @param hears called before the request is carried out
         * @return this builder
         */
        public Builder listener(RequestListener hears) {
            listener = hears;
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
         * Listens for Modbus TCP. At most 16 clients are served at a time if {@link #connections}
         * says nothing else.
         *
         * @param address address to bind
         * @param port TCP port, 0 for any free one
         * @return this builder
         */
        public Builder tcp(InetAddress address, int port) {
            return on(Framing.TCP, most -> new TcpEndpoint(address, port, most, this::isAllowed));
        }

        /**
         * Listens for RTU frames over TCP. At most 16 clients are served at a time if {@link
         * #connections} says nothing else.
         *
         * @param address address to bind
         * @param port TCP port, 0 for any free one
         * @return this builder
         */
        public Builder rtuOverTcp(InetAddress address, int port) {
            return on(Framing.RTU, most -> new TcpEndpoint(address, port, most, this::isAllowed));
        }

        /**
         * Listens as a Solarman logger stick does, for RTU frames in its own envelope. A request
         * with another serial and one for a unit that is not there get the logger's error answers.
         * At most 4 clients are served at a time.
         *
         * @param address address to bind
         * @param port TCP port, 0 for any free one
         * @param loggerSerial serial of the logger, 1 to 2^32 - 1
         * @return this builder
         */
        public Builder solarman(InetAddress address, int port, long loggerSerial) {
            return on(
                    new LoggerFraming(loggerSerial),
                    most ->
                            new TcpEndpoint(
                                    address,
                                    port,
                                    Math.min(most, LOGGER_CONNECTIONS),
                                    this::isAllowed));
        }

        /**
         * Listens as a device with an HTTP interface, whose documents show the registers of a unit.
         *
         * @param address address to bind
         * @param port TCP port, 0 for any free one
         * @param shown where registers are in its documents
         * @param asks user and password that it asks for
         * @param unit unit id whose registers it shows
         * @return this builder
         */
        public Builder http(
                InetAddress address, int port, Documents shown, Credential asks, int unit) {
            conversant =
                    (fixed, all, stopped) ->
                            new DocumentResponder(shown, asks, unit, all, misbehaviour, stopped);
            endpoint = most -> new TcpEndpoint(address, port, most, this::isAllowed);
            return this;
        }

        /**
         * Listens as a GivEnergy dongle does, in its own frames with slave addresses for unit ids.
         * Every client hears the answers to all of them; a unit that is not there answers with
         * nothing. At most 4 clients are served at a time.
         *
         * @param address address to bind
         * @param port TCP port, 0 for any free one
         * @param dongle serial of the dongle, ten characters
         * @param inverter serial of the inverter, ten characters
         * @return this builder
         */
        public Builder givEnergy(InetAddress address, int port, String dongle, String inverter) {
            return on(
                    new DongleFraming(dongle, inverter),
                    most ->
                            new TcpEndpoint(
                                    address,
                                    port,
                                    Math.min(most, LOGGER_CONNECTIONS),
                                    this::isAllowed));
        }

        /**
         * Listens for RTU frames on a serial port.
         *
         * @param settings device and line settings
         * @return this builder
         */
        public Builder serial(SerialSettings settings) {
            return on(Framing.RTU, most -> new SerialEndpoint(() -> SerialPorts.open(settings)));
        }

        /**
         * Listens for RTU frames on a serial port that is open already.
         *
         * @param port the port; it is closed with the server
         * @return this builder
         */
        public Builder serial(SerialPort port) {
            return on(Framing.RTU, most -> new SerialEndpoint(() -> port));
        }

        /**
         * Listens as a serial server does that has CMS inverters on its line. Each unit id is an
         * inverter: its bank's input registers 0 to 255 that can be read are the codes of its
         * status layout, holding registers 0 to 255 those of its parameter layout, and its version
         * record begins at input register 256. An answer that the hook makes of no bytes means that
         * the inverter has no power: it forgets its address.
         *
         * @param address address to bind
         * @param port TCP port, 0 for any free one
         * @return this builder
         */
        public Builder cmsOverTcp(InetAddress address, int port) {
            return cms(most -> new TcpEndpoint(address, port, most, this::isAllowed));
        }

        /**
         * The same on a serial port.
         *
         * @param settings device and line settings
         * @return this builder
         */
        public Builder cms(SerialSettings settings) {
            return cms(most -> new SerialEndpoint(() -> SerialPorts.open(settings)));
        }

        /**
         * The same on a serial port that is open already.
         *
         * @param port the port; it is closed with the server
         * @return this builder
         */
        public Builder cms(SerialPort port) {
            return cms(most -> new SerialEndpoint(() -> port));
        }

        private Builder cms(IntFunction<Endpoint> where) {
            conversant =
                    (fixed, all, stopped) ->
                            new CmsResponder(new CmsInverters(fixed, misbehaviour), stopped);
            endpoint = where;
            return this;
        }

        /**
         * Makes the server misbehave.
         *
         * @param hook asked before each answer
         * @return this builder
         */
        public Builder misbehaviour(Misbehaviour hook) {
            misbehaviour = hook;
            return this;
        }

        /**
         * Serves so many TCP clients at a time and no more.
         *
         * @param most 1 or more
         * @return this builder
         * @throws IllegalArgumentException if it is less than 1
         */
        public Builder connections(int most) {
            if (most < 1) {
                throw new IllegalArgumentException("connections: " + most + "; write 1 or more");
            }
            connections = most;
            return this;
        }

        /**
         * Leaves requests unanswered for a while after a client has connected.
         *
         * @param delay for how long
         * @return this builder
         */
        public Builder connectDelay(Duration delay) {
            connectDelay = delay;
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
            if (endpoint == null) {
                throw new IllegalStateException(
                        "no endpoint: name one with tcp, rtuOverTcp or serial");
            }
            CountDownLatch stopped = new CountDownLatch(1);
            Map<Integer, RegisterBank> fixed = Map.copyOf(units);
            IntFunction<RegisterBank> finder = others;
            Units all = id -> fixed.containsKey(id) ? fixed.get(id) : finder.apply(id);
            Endpoint made = endpoint.apply(connections);
            made.start(conversant.make(fixed, all, stopped));
            return new ModbusServer(made, stopped);
        }

        /** Asked when a client comes, so that the order of the builder's calls does not matter. */
        private Conversant modbus(
                Map<Integer, RegisterBank> fixed, Units all, CountDownLatch stopped) {
            return new Responder(framing, all, misbehaviour, listener, connectDelay, stopped);
        }

        private boolean isAllowed(InetAddress client) {
            return clients.test(client);
        }

        private Builder on(Framing how, IntFunction<Endpoint> where) {
            framing = how;
            conversant = this::modbus;
            endpoint = where;
            return this;
        }
    }
}
