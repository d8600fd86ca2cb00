package io.wattwire.driver.solaredge.meter;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How an emulated meter presents itself.
 *
 * @param kind which meter it is
 * @param unit unit id, 1 to 247
 * @param serialNumber from 0 to 4294967295
 * @param ctCurrent rating of the current transformers in A, 1 to 6000; must be what the inverter is
 *     told
 * @param ctDirections bits 1, 2, 4: phase A, B, C is shown as turned round; shown only
 * @param phaseOffset angle between two phases in degrees: 0, 60, 90, 120, 180
 * @param exportControl whether an inverter limits its export by this meter, which shortens the time
 *     that a value may be old
 * @param frozenAfter how long a source may repeat itself to the last digit; zero: for ever
 * @param baud the line's speed, 0 where there is no line
 */
public record MeterSettings(
        MeterKind kind,
        int unit,
        long serialNumber,
        int ctCurrent,
        int ctDirections,
        int phaseOffset,
        boolean exportControl,
        Duration frozenAfter,
        int baud) {

    private static final int WATTNODE_3Y_400 = 202;
    private static final int FIRMWARE = 31;

    /** Speeds in the order of their codes; code 0 is "as the switches say". */
    private static final List<Integer> WATTNODE_BAUDS =
            List.of(0, 1200, 2400, 4800, 9600, 19_200, 38_400);

    private static final List<Integer> SDM_BAUDS = List.of(2400, 4800, 9600, 19_200, 38_400, 1200);

    private static final List<Integer> DTSU_BAUDS = List.of(1200, 2400, 4800, 9600, 19_200);

    Map<String, Double> figures() {
        Map<String, Double> figures = new HashMap<>();
        figures.put("unit_id", (double) unit);
        figures.put("serial_number", (double) serialNumber);
        figures.put("ct_current", (double) ctCurrent);
        figures.put("ct_directions", (double) ctDirections);
        figures.put("phase_offset", (double) phaseOffset);
        figures.put("baud_code", (double) Math.max(0, WATTNODE_BAUDS.indexOf(baud)));
        figures.put("sdm_baud_code", (double) Math.max(0, SDM_BAUDS.indexOf(baud)));
        figures.put("dtsu_baud_code", (double) Math.max(0, DTSU_BAUDS.indexOf(baud)));
        figures.put("model_code", (double) WATTNODE_3Y_400);
        figures.put("firmware", (double) FIRMWARE);
        return figures;
    }
}
