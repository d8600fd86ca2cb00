package io.wattwire.driver.sessy;

import io.wattwire.device.link.Credential;
import io.wattwire.device.link.Http;
import io.wattwire.device.model.DeviceFamily;
import io.wattwire.device.model.Documents;
import io.wattwire.device.model.Register;
import io.wattwire.device.model.RegisterKind;
import io.wattwire.device.model.RegisterTable;
import io.wattwire.device.server.Answer;
import io.wattwire.device.server.ModbusFault;
import io.wattwire.device.server.ModbusServer;
import io.wattwire.device.server.RegisterBank;
import java.io.IOException;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A Sessy on a loopback port as its strategy makes it behave: under API the last set-point flows,
 * whoever lives; under any other it takes none. Firmware may override it.
 */
final class SimulatedSessy implements RegisterBank, AutoCloseable {

    static final DeviceFamily FAMILY = new SessyDriver().family();

    private static final String API = "POWER_STRATEGY_API";

    private final RegisterTable table;
    private final Map<Integer, Integer> words = new TreeMap<>();
    private final List<String> written = new ArrayList<>();
    private ModbusServer server;
    private int port;
    private volatile boolean deaf;
    private volatile Answer answer = Answer.normal();
    private int reads;

    SimulatedSessy(String model) throws IOException {
        table = FAMILY.table().forModel(model);
        for (Register register : table.registers()) {
            put(register, register.type().words() > 2 ? text(register) : zero(register));
        }
        FAMILY.identification().orElseThrow().examples().get(model).forEach(this::show);
        start();
    }

    private static int[] zero(Register register) {
        return register.labels().isEmpty() ? register.encodeNearest(0) : new int[] {0};
    }

    private static int[] text(Register register) {
        return register.type().numeric()
                ? register.encodeNearest(50)
                : register.encodeNearest("POWER_STRATEGY_NOM".substring(0, 10));
    }

    /** Plugs it in, at the same place as before. */
    void start() throws IOException {
        server =
                ModbusServer.builder()
                        .unit(1, this)
                        .misbehaviour((unit, pdu) -> answer)
                        .http(
                                InetAddress.getLoopbackAddress(),
                                port,
                                Documents.of(table),
                                Credential.NONE,
                                1)
                        .start();
        port = server.port();
    }

    /** Pulls the plug. */
    @Override
    public void close() {
        server.close();
    }

    Http address() {
        return new Http("127.0.0.1", port, Credential.NONE);
    }

    void answer(Answer now) {
        answer = now;
    }

    /** From now on it acknowledges set-points and does not keep them. */
    void ignore(boolean setpoints) {
        deaf = setpoints;
    }

    synchronized void show(String name, Object value) {
        Register register = table.register(name).orElseThrow();
        put(register, register.encodeNearest(value));
    }

    /** The register has no value that its table knows. */
    synchronized void unknown(String name) {
        put(table.register(name).orElseThrow(), 0xFFFF);
    }

    synchronized Object shown(String name) {
        Register register = table.register(name).orElseThrow();
        int[] own = new int[register.type().words()];
        for (int i = 0; i < own.length; i++) {
            own[i] = words.get(register.address() + i);
        }
        return register.decode(own).orElse(null);
    }

    /** What was written, oldest first, {@code power_setpoint=800}. */
    synchronized List<String> written() {
        List<String> since = List.copyOf(written);
        written.clear();
        return since;
    }

    synchronized int reads() {
        return reads;
    }

    private void put(Register register, int... values) {
        for (int i = 0; i < values.length; i++) {
            words.put(register.address() + i, values[i]);
        }
    }

    @Override
    public synchronized int[] read(RegisterKind kind, int address, int count) throws ModbusFault {
        reads++;
        int[] read = new int[count];
        for (int i = 0; i < count; i++) {
            Integer word = words.get(address + i);
            if (word == null) {
                throw new ModbusFault(ModbusFault.ILLEGAL_ADDRESS, "no " + (address + i));
            }
            read[i] = word;
        }
        return read;
    }

    @Override
    public synchronized void write(RegisterKind kind, int address, int[] values)
            throws ModbusFault {
        Register register =
                table.registers().stream()
                        .filter(it -> it.address() == address)
                        .findFirst()
                        .orElseThrow();
        boolean setpoint = register.name().equals("power_setpoint");
        if (setpoint && !API.equals(shown("active_strategy_text"))) {
            throw new ModbusFault(ModbusFault.ILLEGAL_VALUE, "not under this strategy");
        }
        if (!register.name().equals("active_strategy")) {
            written.add(register.name() + "=" + register.decode(values).orElse("none"));
        }
        if (!(setpoint && deaf)) {
            words.putAll(at(address, values));
        }
        if (setpoint && !deaf) {
            show("power", shown("power_setpoint"));
        }
    }

    private static Map<Integer, Integer> at(int address, int[] values) {
        Map<Integer, Integer> placed = new TreeMap<>();
        for (int i = 0; i < values.length; i++) {
            placed.put(address + i, values[i]);
        }
        return placed;
    }
}
