package io.wattwire.driver.givenergy;

import io.wattwire.device.model.BlockRules;
import io.wattwire.device.model.Range;
import io.wattwire.device.model.RegisterKind;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** How the registers lie: in banks of 60, which a request must not leave. */
final class GivEnergyBanks {

    private static final int BANK = 60;

    static final BlockRules RULES = new BlockRules(BANK, 1, borders(), List.of(), false);

    /** In a bank that a device has, unused addresses answer 0. */
    static final List<Range> ZEROS =
            List.of(
                    new Range(RegisterKind.HOLDING, 0, 359),
                    new Range(RegisterKind.HOLDING, 1000, 1124),
                    new Range(RegisterKind.INPUT, 0, 299),
                    new Range(RegisterKind.INPUT, 1000, 1413),
                    new Range(RegisterKind.INPUT, 1600, 1859),
                    new Range(RegisterKind.INPUT, 2040, 2094));

    private GivEnergyBanks() {}

    private static Set<Integer> borders() {
        Set<Integer> borders = new HashSet<>();
        banks(borders, 0, 360);
        banks(borders, 1000, 1420);
        banks(borders, 1600, 1900);
        banks(borders, 2040, 2100);
        return borders;
    }

    private static void banks(Set<Integer> borders, int from, int to) {
        for (int bank = from; bank <= to; bank += BANK) {
            if (bank > 0) {
                borders.add(bank);
            }
        }
    }
}
