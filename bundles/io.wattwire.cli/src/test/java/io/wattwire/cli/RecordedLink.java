package io.wattwire.cli;

import io.wattwire.cli.recording.Recording;
import io.wattwire.cli.recording.RecordingReader;
import io.wattwire.device.link.Credential;
import io.wattwire.device.model.Documents;
import io.wattwire.device.server.ReplayServer;
import io.wattwire.simulator.Fault;
import io.wattwire.simulator.LineTiming;
import io.wattwire.simulator.Scenario;
import io.wattwire.simulator.Simulation;
import io.wattwire.simulator.SimulationBuilder;
import io.wattwire.simulator.device.LivingDevice;
import io.wattwire.simulator.device.TableDevice;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/** The kinds of links that are recorded, each with a device that talks as much as it can. */
enum RecordedLink {
    TCP("sdm230", "--tcp", "--unit", "2"),
    RTU_TCP("sdm230", "--rtu-tcp", "--unit", "2"),
    SOLARMAN("sdm230", "--solarman", "--unit", "2"),
    GIVENERGY("sdm230", "--givenergy", "--unit", "2"),
    CMS("cms2000", "--rtu-tcp", "--inverter", "0905BO0140"),
    HTTP("sessy-battery", "--http");

    static final long LOGGER = 2_712_345_678L;
    private static final InetAddress HERE = InetAddress.getLoopbackAddress();

    private final String device;
    private final String option;
    private final List<String> which;

    RecordedLink(String device, String option, String... which) {
        this.device = device;
        this.option = option;
        this.which = List.of(which);
    }

    /** Few enough that they are one question each time, however fast the machine is. */
    List<String> names() {
        return switch (this) {
            case CMS -> List.of("inverter_power", "serial_number", "grid_voltage_max");
            case HTTP -> List.of("battery_power", "battery_soc", "info_self_serial");
            default -> List.of("grid_frequency");
        };
    }

    Simulation site() throws IOException {
        SimulationBuilder plant = Simulation.of(Scenario.steady(3000, 1200));
        if (this == CMS) {
            return plant.device("one", 1, any -> inverter("0905BO0139", 1800))
                    .device("other", 2, any -> inverter("0905BO0140", 900))
                    .cms(0, LineTiming.none())
                    .start();
        }
        if (this == HTTP) {
            return battery(plant);
        }
        plant.meter(Cli.SDM, 2);
        Simulation site =
                switch (this) {
                    case TCP -> plant.tcp(HERE, 0, LineTiming.none()).start();
                    case RTU_TCP -> plant.rtuOverTcp(HERE, 0, LineTiming.none()).start();
                    case SOLARMAN -> plant.solarman(0, LOGGER, LineTiming.none()).start();
                    default -> plant.givEnergy(0, LineTiming.none()).start();
                };
        if (this == SOLARMAN || this == GIVENERGY) {
            site.inject(Simulation.METER, Fault.parse("heartbeat"));
            site.inject(Simulation.METER, Fault.parse("other-client"));
        }
        return site;
    }

    private Simulation battery(SimulationBuilder plant) throws IOException {
        LivingDevice living =
                new LivingDevice(
                        Cli.SESSY, device, 3000, 1200, () -> System.nanoTime() / 1e9, Map.of());
        return plant.device("battery", 1, any -> living)
                .http(0, Documents.of(Cli.SESSY.exampleTable(device)), Credential.NONE, 1)
                .start();
    }

    private static TableDevice inverter(String serialNumber, int watts) {
        return TableDevice.of(Cli.CMS, "cms2000")
                .set("model_name", "CMS 2000")
                .set("serial_number", serialNumber)
                .set("grid_voltage_max", 256)
                .set("ac_power", watts);
    }

    private int port(Simulation site) {
        return switch (this) {
            case TCP -> site.tcpPort();
            case RTU_TCP -> site.rtuOverTcpPort();
            case SOLARMAN -> site.solarmanPort();
            case GIVENERGY -> site.givEnergyPort();
            case CMS -> site.cmsPort();
            case HTTP -> site.httpPort();
        };
    }

    /** Records the device itself. */
    Cli record(Simulation site, Path file, String... more) {
        return record(port(site), "" + LOGGER, which, file, more);
    }

    /** Records what serves a recording. */
    Cli recordReplayOf(Recording recording, ReplayServer server, Path file, String... more) {
        String link = recording.link();
        List<String> again =
                this == CMS ? List.of("--inverter", link.substring(link.indexOf('#') + 1)) : which;
        String logger = link.substring(link.lastIndexOf('/') + 1);
        return record(server.port(), logger, again, file, more);
    }

    private Cli record(int port, String logger, List<String> which, Path file, String... more) {
        String place = "127.0.0.1:" + port + (this == SOLARMAN ? ":" + logger : "");
        List<String> words = new ArrayList<>(List.of("record", device, option, place));
        words.addAll(which);
        words.addAll(List.of("--output", file.toString(), "--deadline", "60000"));
        words.addAll(List.of(more));
        return Cli.run(words.toArray(String[]::new));
    }

    static ReplayServer serve(Recording recording) throws IOException {
        return ReplayServer.start(recording.link(), recording.exchanges(), HERE, 0);
    }

    static Recording read(Path file) throws RecordingReader.Wrong {
        return RecordingReader.read(file);
    }

    /** Bytes on the wire in order, without the numbers of transactions and what they change. */
    List<String> bytes(Recording recording) {
        List<String> lines = new ArrayList<>();
        for (Recording.Moment moment : recording.frames()) {
            byte[] bytes = moment.bytes();
            if (this == SOLARMAN && moment.sent() && moment.unit() == 0) {
                continue; // tells the logger what time it is
            }
            if (this == TCP) {
                bytes[0] = 0;
                bytes[1] = 0;
            } else if (this == SOLARMAN && moment.unit() > 0) {
                bytes[5] = 0; // our number; the one beside it is the logger's own
                bytes[bytes.length - 2] = 0;
            }
            lines.add((moment.sent() ? "> " : "< ") + HexFormat.of().formatHex(bytes));
        }
        return lines;
    }
}
