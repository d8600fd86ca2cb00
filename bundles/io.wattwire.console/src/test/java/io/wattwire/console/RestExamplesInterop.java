package io.wattwire.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.wattwire.device.driver.SettingsReader;
import io.wattwire.publish.control.Credential;
import io.wattwire.publish.http.serve.DoorSettings;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The examples of the page, done word by word: what curl prints is what the page says. */
class RestExamplesInterop {

    private static final Path PAGE = Path.of("../../docs/publish/rest.md");
    private static final Pattern EXAMPLE =
            Pattern.compile("```sh\n(curl .*?)\n```\n\n```json\n(.*?)\n```", Pattern.DOTALL);

    private static String shell(String command, int port) throws Exception {
        ProcessBuilder shell =
                new ProcessBuilder(
                                "bash",
                                "-c",
                                command.replace("localhost:8480", "127.0.0.1:" + port))
                        .redirectErrorStream(true);
        shell.environment().put("SECRET", Home.SECRET);
        Process process = shell.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertTrue(process.waitFor(30, TimeUnit.SECONDS));
        return said.strip();
    }

    /** Times differ each time. */
    private static String timeless(String json) {
        return json.replaceAll("\"time\":\"[^\"]*\"", "\"time\":\"…\"")
                .replaceAll("\"(age_ms|uptime_s|records)\":\\d+", "\"$1\":…");
    }

    private static int open(Home home) throws IOException {
        home.measured(
                "victron-read",
                "inverter_power",
                -1200.0,
                "battery_soc",
                57.0,
                "grid_voltage_l1",
                231.4);
        home.measured("meter", "grid_power", -340.5, "grid_frequency_error", "no answer in 800 ms");
        SettingsReader reader =
                new SettingsReader(
                        Map.of(
                                "control.enabled", true,
                                "control.points",
                                        "victron-control/battery_power_setpoint = -3000..3000",
                                "batteries", "home = victron-read, victron-control"));
        return home.open(
                new DoorSettings(
                        InetAddress.getLoopbackAddress(),
                        0,
                        Optional.of(new Credential(Home.SECRET.toCharArray())),
                        Optional.empty(),
                        Set.of(),
                        Optional.empty()),
                ConsoleSettings.of(reader, true));
    }

    @Test
    void everyExampleOfThePageDoesWhatItSays() throws Exception {
        try (Home home = new Home()) {
            int port = open(home);
            Matcher example = EXAMPLE.matcher(Files.readString(PAGE));
            int count = 0;
            while (example.find()) {
                String said = shell(example.group(1), port);
                assertEquals(timeless(example.group(2)), timeless(said), example.group(1));
                count++;
            }
            assertTrue(count >= 8, "only " + count + " examples");
            assertEquals(
                    List.of("battery_power_setpoint=1500.0", "battery_power_setpoint=-800.0"),
                    home.written);
        }
    }
}
