package io.wattwire.simulator;

import io.wattwire.device.server.ModbusServer;
import io.wattwire.simulator.plant.Ledger;
import io.wattwire.simulator.plant.Plant;
import io.wattwire.simulator.plant.PlantState;
import java.io.IOException;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A running site: a plant and its devices, served on Modbus. All units answer on each endpoint, as
 * on one line. Thread-safe; its threads are daemons and end with {@link #close()}.
 *
 * <pre>{@code
 * try (Simulation site = Simulation.of(Scenario.zeroExportDemo())
 *         .inverter(growatt, 1).meter(sdm, 2).rtuOverTcp(0).start()) {
 *     // talk to 127.0.0.1:site.rtuOverTcpPort()
 * }
 * }</pre>
 */
public final class Simulation implements AutoCloseable {

    /** Name of the PV inverter that {@link SimulationBuilder#inverter} adds. */
    public static final String INVERTER = "inverter";

    /** Name of the meter that {@link SimulationBuilder#meter} adds. */
    public static final String METER = "meter";

    private final Scenario scenario;
    private final SimulationClock clock;
    private final Plant plant;
    private final Map<String, ServedDevice> devices = new LinkedHashMap<>();
    private final List<ModbusServer> servers = new ArrayList<>();
    private int tcpPort;
    private int rtuOverTcpPort;
    private int solarmanPort;
    private int cmsPort;
    private int httpPort;
    private int givEnergyPort;

    Simulation(SimulationBuilder builder) {
        this.scenario = builder.scenario;
        this.clock = new SimulationClock(builder.nanoClock, builder.speed);
        this.plant = new Plant(scenario.site(), clock);
        builder.units.forEach(
                unit ->
                        devices.put(
                                unit.name(),
                                new ServedDevice(unit.id(), unit.factory().apply(plant), clock)));
        scenario.faults()
                .forEach((device, faults) -> faults.forEach(fault -> inject(device, fault)));
    }

    /**
     * Begins the description of a site.
     *
     * @param scenario what happens there
     * @return a builder without devices and endpoints
     */
    public static SimulationBuilder of(Scenario scenario) {
        return new SimulationBuilder(scenario);
    }

    Simulation open(SimulationBuilder builder) throws IOException {
        try {
            for (SimulationBuilder.Endpoint endpoint : builder.endpoints) {
                ModbusServer.Builder server =
                        ModbusServer.builder()
                                .connections(builder.connections)
                                .connectDelay(builder.connectDelay);
                devices.values().forEach(device -> server.unit(device.unit(), device));
                server.misbehaviour((unit, pdu) -> device(unit).answer(pdu, endpoint.timing()));
                ModbusServer started = endpoint.bind().apply(server).start();
                servers.add(started);
                switch (endpoint.kind()) {
                    case TCP -> tcpPort = started.port();
                    case RTU_OVER_TCP -> rtuOverTcpPort = started.port();
                    case SOLARMAN -> solarmanPort = started.port();
                    case CMS -> cmsPort = started.port();
                    case HTTP -> httpPort = started.port();
                    case GIVENERGY -> givEnergyPort = started.port();
                    case SERIAL -> {}
                }
            }
        } catch (IOException | RuntimeException e) {
            close();
            throw e;
        }
        return this;
    }

    private ServedDevice device(int unit) {
        return devices.values().stream().filter(d -> d.unit() == unit).findFirst().orElseThrow();
    }

    private ServedDevice device(String name) {
        ServedDevice device = devices.get(name);
        if (device == null) {
            throw new IllegalArgumentException(
                    "no device '" + name + "' in this simulation, but " + devices.keySet());
        }
        return device;
    }

    /**
     * Where Modbus TCP listens.
     *
     * @return the port, 0 when this endpoint was not asked for
     */
    public int tcpPort() {
        return tcpPort;
    }

    /**
     * Where RTU frames over TCP are listened for.
     *
     * @return the port, 0 when this endpoint was not asked for
     */
    public int rtuOverTcpPort() {
        return rtuOverTcpPort;
    }

    /**
     * Where the logger listens.
     *
     * @return the port, 0 when this endpoint was not asked for
     */
    public int solarmanPort() {
        return solarmanPort;
    }

    /**
     * Where the device with an HTTP interface listens.
     *
     * @return the port, 0 when this endpoint was not asked for
     */
    public int httpPort() {
        return httpPort;
    }

    /**
     * Where the serial server with CMS inverters listens.
     *
     * @return the port, 0 when this endpoint was not asked for
     */
    public int cmsPort() {
        return cmsPort;
    }

    /**
     * Where the dongle listens.
     *
     * @return the port, 0 when this endpoint was not asked for
     */
    public int givEnergyPort() {
        return givEnergyPort;
    }

    /**
     * What happens there.
     *
     * @return the scenario
     */
    public Scenario scenario() {
        return scenario;
    }

    /**
     * The plant behind the devices.
     *
     * @return the plant, which runs on the simulation's clock
     */
    public Plant plant() {
        return plant;
    }

    /**
     * The truth now, for a live table.
     *
     * @return a copy that does not change
     */
    public PlantState snapshot() {
        return plant.state();
    }

    /**
     * The account up to now, or up to the close.
     *
     * @return a copy that does not change
     */
    public Ledger ledger() {
        return plant.ledger();
    }

    /**
     * Hour of the day that now stands for.
     *
     * @return the hour
     */
    public LocalTime timeOfDay() {
        return scenario.timeOfDay(plant.state().seconds());
    }

    /**
     * What a device was asked.
     *
     * @param device its name
     * @return its log, which goes on
     * @throws IllegalArgumentException when there is no such device
     */
    public AccessLog log(String device) {
        return device(device).log();
    }

    /**
     * Makes something go wrong.
     *
     * @param device name of the device
     * @param fault what; its start counts from now
     * @throws IllegalArgumentException when there is no such device
     */
    public void inject(String device, Fault fault) {
        device(device).inject(fault);
    }

    /**
     * Ends what goes wrong with a device, but for a restart of the inverter that has been
     * announced.
     *
     * @param device its name
     * @throws IllegalArgumentException when there is no such device
     */
    public void clearFaults(String device) {
        device(device).clearFaults();
    }

    /** Lets time run; needed after {@link SimulationBuilder#paused()} only. */
    public void resume() {
        clock.run();
    }

    /** Closes the endpoints and stops time; snapshot and ledger stay readable. */
    @Override
    public void close() {
        clock.stop();
        servers.forEach(ModbusServer::close);
        servers.clear();
    }
}
