package io.wattwire.driver.solaredge;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.wattwire.device.session.StateStore;
import io.wattwire.driver.solaredge.meter.Quantities;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.eclipse.kura.channel.ChannelFlag;
import org.eclipse.kura.channel.ChannelRecord;
import org.eclipse.kura.type.TypedValues;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every recorded frame gets the recorded answer, through the driver and over a socket. */
class WattnodeExchangesTest {

    private static final Map<String, Double> VALUES =
            Map.ofEntries(
                    Map.entry("energy_active", 1234.5),
                    Map.entry("import_energy_active", 2345.25),
                    Map.entry("power_active", -1500.5),
                    Map.entry("l1_power_active", -500.0),
                    Map.entry("l2_power_active", -500.25),
                    Map.entry("l3_power_active", -500.25),
                    Map.entry("voltage_ln", 230.1),
                    Map.entry("p1n_voltage", 230.0),
                    Map.entry("l2n_voltage", 230.2),
                    Map.entry("grid_voltage_l3", 230.1),
                    Map.entry("voltage_ll", 398.5),
                    Map.entry("l12_voltage", 398.4),
                    Map.entry("l23_voltage", 398.6),
                    Map.entry("l31_voltage", 398.5),
                    Map.entry("grid_frequency", 50.02));

    private Emulation meter;
    private Wire wire;

    @BeforeEach
    void start() throws Exception {
        meter =
                Emulation.start(
                        "meter",
                        MeterConfiguration.of(Map.of("connection", "rtu-tcp", "port", 0)),
                        StateStore.inMemory(),
                        new MeterLines(),
                        () -> 0);
        wire = new Wire(Ports.opened(meter::port));
        List<ChannelRecord> channels =
                VALUES.entrySet().stream()
                        .map(
                                it ->
                                        ChannelRecord.createWriteRecord(
                                                it.getKey(),
                                                TypedValues.newDoubleValue(it.getValue())))
                        .toList();
        meter.write(channels);
        channels.forEach(
                it -> assertEquals(ChannelFlag.SUCCESS, it.getChannelStatus().getChannelFlag()));
        assertEquals(55, Quantities.all().size());
    }

    @AfterEach
    void stop() throws IOException {
        wire.close();
        meter.close();
    }

    @TestFactory
    Stream<DynamicTest> everyExchange() throws IOException {
        return lines().map(line -> line.split(",", -1))
                .map(cells -> DynamicTest.dynamicTest(cells[0], () -> check(cells[1], cells[2])));
    }

    private static Stream<String> lines() throws IOException {
        try (BufferedReader reader =
                new BufferedReader(
                        new InputStreamReader(
                                Objects.requireNonNull(
                                        WattnodeExchangesTest.class.getResourceAsStream(
                                                "wattnode-exchanges.csv")),
                                StandardCharsets.UTF_8))) {
            return reader.lines().filter(it -> !it.startsWith("#")).skip(1).toList().stream();
        }
    }

    private void check(String request, String answer) throws IOException {
        assertEquals(answer, wire.exchange(request, answer.length() / 2));
    }
}
