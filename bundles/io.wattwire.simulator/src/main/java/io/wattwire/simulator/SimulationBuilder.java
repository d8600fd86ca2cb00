package io.wattwire.simulator;

import io.wattwire.device.link.Credential;
import io.wattwire.device.model.DeviceFamily;
import io.wattwire.device.model.Documents;
import io.wattwire.device.server.ModbusServer;
import io.wattwire.serial.SerialSettings;
import io.wattwire.simulator.device.SimulatedDevice;
import io.wattwire.simulator.device.SimulatedGrowatt;
import io.wattwire.simulator.device.SimulatedSdm230;
import io.wattwire.simulator.plant.Plant;
import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.UnaryOperator;

/** Describes a simulation. Not thread-safe. */
public final class SimulationBuilder {

    /** Where it listens. */
    enum EndpointKind {
        TCP,
        RTU_OVER_TCP,
        SOLARMAN,
        CMS,
        HTTP,
        GIVENERGY,
        SERIAL
    }

    /** Something to listen on, and how to say so to a server. */
    record Endpoint(
            EndpointKind kind, LineTiming timing, UnaryOperator<ModbusServer.Builder> bind) {}

    /** A device to be made when the plant is there. */
    record UnitPlan(String name, int id, Function<Plant, SimulatedDevice> factory) {}

    final Scenario scenario;
    final List<UnitPlan> units = new ArrayList<>();
    final List<Endpoint> endpoints = new ArrayList<>();
    LongSupplier nanoClock = System::nanoTime;
    double speed = 1;
    Duration connectDelay = Duration.ZERO;
    int connections = 16;
    private boolean paused;

    SimulationBuilder(Scenario scenario) {
        this.scenario = scenario;
    }

    /**
     * Adds the plant's PV inverter, a Growatt, under the name {@link Simulation#INVERTER}.
     *
     * @param growatt the family as its driver declares it
     * @param unit unit id
     * @return this builder
     */
    public SimulationBuilder inverter(DeviceFamily growatt, int unit) {
        return device(
                Simulation.INVERTER, unit, plant -> new SimulatedGrowatt(growatt, plant, unit));
    }

    /**
     * Adds a meter at the grid connection, an SDM230, under the name {@link Simulation#METER}.
     *
     * @param sdm the family as its driver declares it
     * @param unit unit id
     * @return this builder
     */
    public SimulationBuilder meter(DeviceFamily sdm, int unit) {
        return device(Simulation.METER, unit, plant -> new SimulatedSdm230(sdm, plant, unit));
    }

    /**
     * Adds any device.
     *
     * @param name its name, for faults and log
     * @param unit unit id, 1 to 247
     * @param factory makes it for the plant
     * @return this builder
     * @throws IllegalArgumentException when name or unit id are taken or out of range
     */
    public SimulationBuilder device(
            String name, int unit, Function<Plant, SimulatedDevice> factory) {
        if (unit < 1 || unit > 247) {
            throw new IllegalArgumentException("unit id " + unit + " is outside 1 to 247");
        }
        if (units.stream().anyMatch(u -> u.id() == unit || u.name().equals(name))) {
            throw new IllegalArgumentException(
                    "unit id " + unit + " or name '" + name + "' is taken");
        }
        units.add(new UnitPlan(name, unit, factory));
        return this;
    }

    /**
     * Serves Modbus TCP on the loopback address, without delays.
     *
     * @param port TCP port, 0 for any free one
     * @return this builder
     */
    public SimulationBuilder tcp(int port) {
        return tcp(InetAddress.getLoopbackAddress(), port, LineTiming.none());
    }

    /**
     * Serves Modbus TCP.
     *
     * @param address address to bind
     * @param port TCP port, 0 for any free one
     * @param timing how long an exchange takes
     * @return this builder
     */
    public SimulationBuilder tcp(InetAddress address, int port, LineTiming timing) {
        endpoints.add(new Endpoint(EndpointKind.TCP, timing, server -> server.tcp(address, port)));
        return this;
    }

    /**
     * Serves RTU frames over TCP on the loopback address, with the usual turnaround.
     *
     * @param port TCP port, 0 for any free one
     * @return this builder
     */
    public SimulationBuilder rtuOverTcp(int port) {
        return rtuOverTcp(InetAddress.getLoopbackAddress(), port, LineTiming.turnaroundOnly());
    }

    /**
     * Serves RTU frames over TCP.
     *
     * @param address address to bind
     * @param port TCP port, 0 for any free one
     * @param timing how long an exchange takes
     * @return this builder
     */
    public SimulationBuilder rtuOverTcp(InetAddress address, int port, LineTiming timing) {
        endpoints.add(
                new Endpoint(
                        EndpointKind.RTU_OVER_TCP,
                        timing,
                        server -> server.rtuOverTcp(address, port)));
        return this;
    }

    /**
     * Serves as a Solarman logger stick on the loopback address does, with the devices behind it.
     *
     * @param port TCP port, 0 for any free one
     * @param loggerSerial serial of the logger, 1 to 2^32 - 1
     * @param timing how long an exchange takes
     * @return this builder
     */
    public SimulationBuilder solarman(int port, long loggerSerial, LineTiming timing) {
        endpoints.add(
                new Endpoint(
                        EndpointKind.SOLARMAN,
                        timing,
                        server ->
                                server.solarman(
                                        InetAddress.getLoopbackAddress(), port, loggerSerial)));
        return this;
    }

    /**
     * Serves as a GivEnergy dongle on the loopback address does, with the devices behind it; their
     * unit ids are slave addresses.
     *
     * @param port TCP port, 0 for any free one
     * @param timing how long an exchange takes
     * @return this builder
     */
    public SimulationBuilder givEnergy(int port, LineTiming timing) {
        endpoints.add(
                new Endpoint(
                        EndpointKind.GIVENERGY,
                        timing,
                        server ->
                                server.givEnergy(
                                        InetAddress.getLoopbackAddress(),
                                        port,
                                        "WF0000G000",
                                        "SA0000G000")));
        return this;
    }

    /**
     * Serves RTU frames on a serial port.
     *
     * @param settings port and line settings
     * @param timing how long an exchange takes beyond what the port itself takes
     * @return this builder
     */
    public SimulationBuilder serial(SerialSettings settings, LineTiming timing) {
        endpoints.add(new Endpoint(EndpointKind.SERIAL, timing, server -> server.serial(settings)));
        return this;
    }

    /**
     * Serves the devices as CMS inverters behind a serial server on the loopback address.
     *
     * @param port TCP port, 0 for any free one
     * @param timing how long an exchange takes
     * @return this builder
     */
    public SimulationBuilder cms(int port, LineTiming timing) {
        endpoints.add(
                new Endpoint(
                        EndpointKind.CMS,
                        timing,
                        server -> server.cmsOverTcp(InetAddress.getLoopbackAddress(), port)));
        return this;
    }

    /**
     * Serves the devices as CMS inverters on a serial port.
     *
     * @param settings port and line settings
     * @param timing how long an exchange takes beyond what the port itself takes
     * @return this builder
     */
    public SimulationBuilder cms(SerialSettings settings, LineTiming timing) {
        endpoints.add(new Endpoint(EndpointKind.SERIAL, timing, server -> server.cms(settings)));
        return this;
    }

    /**
     * Serves one of the devices by an HTTP interface on the loopback address.
     *
     * @param port TCP port, 0 for any free one
     * @param documents where its registers are in its documents
     * @param credential what it asks for
     * @param unit unit id of the device
     * @return this builder
     */
    public SimulationBuilder http(int port, Documents documents, Credential credential, int unit) {
        InetAddress here = InetAddress.getLoopbackAddress();
        endpoints.add(
                new Endpoint(
                        EndpointKind.HTTP,
                        LineTiming.none(),
                        server -> server.http(here, port, documents, credential, unit)));
        return this;
    }

    /**
     * Makes TCP endpoints as particular as the device: deaf for a while after a client has
     * connected, and with room for a few clients only.
     *
     * @param delay how long requests stay unanswered after connecting
     * @param most clients at a time, 1 or more
     * @return this builder
     * @throws IllegalArgumentException when it is less than 1
     */
    public SimulationBuilder connections(Duration delay, int most) {
        if (most < 1) {
            throw new IllegalArgumentException("connections: " + most + "; write 1 or more");
        }
        connectDelay = delay;
        connections = most;
        return this;
    }

    /**
     * Takes another clock than the machine's.
     *
     * @param clock monotonic time, ns
     * @return this builder
     */
    public SimulationBuilder clock(LongSupplier clock) {
        nanoClock = clock;
        return this;
    }

    /**
     * Lets the plant's time run faster than the clock; the inverter's lag shrinks with it.
     *
     * @param factor more than 0
     * @return this builder
     * @throws IllegalArgumentException when the factor is not positive
     */
    public SimulationBuilder speed(double factor) {
        if (!(factor > 0) || Double.isInfinite(factor)) {
            throw new IllegalArgumentException("speed must be more than 0, not " + factor);
        }
        speed = factor;
        return this;
    }

    /**
     * Lets time stand at 0 until {@link Simulation#resume()}; the devices answer meanwhile.
     *
     * @return this builder
     */
    public SimulationBuilder paused() {
        paused = true;
        return this;
    }

    /**
     * Opens all endpoints and lets time run.
     *
     * @return the running simulation, to be closed by the caller
     * @throws IOException when an endpoint cannot be opened; none stays open then
     * @throws IllegalArgumentException when the scenario has a fault for a device that is not there
     */
    public Simulation start() throws IOException {
        Simulation simulation = new Simulation(this).open(this);
        if (!paused) {
            simulation.resume();
        }
        return simulation;
    }
}
