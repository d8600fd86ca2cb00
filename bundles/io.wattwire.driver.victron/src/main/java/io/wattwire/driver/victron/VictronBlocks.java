package io.wattwire.driver.victron;

import io.wattwire.device.model.BlockRules;
import io.wattwire.device.model.Range;
import io.wattwire.device.model.RegisterKind;
import java.util.List;
import java.util.Set;

/**
 * What a GX answers as one request. Each request is served by one D-Bus service, and one unmapped
 * address in it refuses all of it (source code of dbus_modbustcp).
 */
final class VictronBlocks {

    /** Where another D-Bus service begins; 2700 to 2724 change hands six times. */
    private static final Set<Integer> SERVICES =
            Set.of(
                    3, 256, 771, 800, 1026, 1282, 2307, 2600, 2700, 2709, 2710, 2716, 2718, 2724,
                    2900, 3100, 3200, 3300, 3400, 3600, 3700, 3800, 3900, 4200, 4300, 4400, 4500,
                    4701, 4900, 5000, 5400, 5420, 5500, 5700);

    /**
     * Gaps within a service that are not known to be reserved. Other gaps are: the GX fills them
     * with 0xFFFF, so a request may pass through them.
     */
    private static final List<Range> UNMAPPED =
            List.of(
                    gap(148, 199),
                    gap(782, 783),
                    gap(2323, 2329),
                    gap(3210, 3211),
                    gap(3225, 3227),
                    gap(3229, 3229),
                    gap(3240, 3249),
                    gap(3315, 3319),
                    gap(3404, 3409),
                    gap(3605, 3609),
                    gap(3704, 3707),
                    gap(3739, 3739),
                    gap(3923, 3923),
                    gap(3934, 3939),
                    gap(4212, 4219),
                    gap(4312, 4319),
                    gap(4414, 4419),
                    gap(4926, 4928),
                    gap(4932, 4939),
                    gap(4943, 4949),
                    gap(5508, 5509));

    private VictronBlocks() {}

    static BlockRules rules() {
        return new BlockRules(BlockRules.MOST_WORDS, 1, SERVICES, UNMAPPED, false);
    }

    private static Range gap(int from, int to) {
        return new Range(RegisterKind.HOLDING, from, to);
    }
}
