package io.wattwire.publish.givtcp;

import io.wattwire.device.driver.SettingsReader;
import io.wattwire.device.source.SourceSettings;
import io.wattwire.publish.control.ControlRules;
import io.wattwire.publish.givtcp.data.Form;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/**
 * What may come in.
 *
 * @param form what commands mean
 * @param rules what may be commanded; nothing while control is off
 * @param rest where REST is; empty when there is none
 * @param serials the inverter of each port of REST; empty for one port and the only inverter
 */
record DoorSettings(
        Form form,
        ControlRules rules,
        Optional<io.wattwire.publish.http.serve.DoorSettings> rest,
        List<String> serials) {

    /** That of GivTCP's first instance. */
    private static final int REST_PORT = 6345;

    private static final int MOST_PORT = 65_535;
    private static final int MOST_INVERTERS = 8;

    /** Reads the settings; what is wrong is told to their reader. */
    static DoorSettings of(SourceSettings settings) {
        SettingsReader plain = settings.plain();
        Optional<io.wattwire.publish.http.serve.DoorSettings> rest =
                plain.flag("rest", false)
                        ? io.wattwire.publish.http.serve.DoorSettings.read(settings, REST_PORT)
                        : Optional.empty();
        return new DoorSettings(
                Form.of(plain.text("form", "")).orElse(Form.OF_2022),
                ControlRules.read(plain, "inverter/charge_rate"),
                rest,
                serials(plain, rest.map(it -> it.port()).orElse(REST_PORT)));
    }

    private static List<String> serials(SettingsReader plain, int port) {
        List<String> serials =
                Arrays.stream(plain.text("rest.serials", "").split("[,;\\s]+"))
                        .filter(serial -> !serial.isBlank())
                        .toList();
        boolean good =
                serials.stream().allMatch(serial -> serial.matches("[A-Za-z0-9]{4,20}"))
                        && serials.size() <= MOST_INVERTERS
                        && new HashSet<>(serials).size() == serials.size()
                        && port + serials.size() <= MOST_PORT;
        if (!good) {
            plain.problem(
                    "rest.serials is '"
                            + plain.text("rest.serials", "")
                            + "'; write up to "
                            + MOST_INVERTERS
                            + " different serial numbers with commas between them, the first for"
                            + " port "
                            + port);
        }
        return serials;
    }
}
