package io.wattwire.driver.givenergy;

import java.util.Set;
import java.util.TreeSet;

/** The models as tables and settings call them. */
final class GivEnergyModel {

    static final String GEN1 = "gen1";
    static final String GEN2 = "gen2";
    static final String GEN3_EARLY = "gen3-early";
    static final String GEN3 = "gen3";
    static final String GEN4 = "gen4";
    static final String HV_GEN3 = "hv-gen3";
    static final String HYBRID = "hybrid";
    static final String AC = "ac";
    static final String ALL_IN_ONE = "aio";
    static final String THREE_PHASE = "three-phase";
    static final String EMS = "ems";
    static final String GATEWAY = "gateway";

    /** One phase, packs of 51.2 V. */
    static final Set<String> LOW_VOLTAGE = Set.of(GEN1, GEN2, GEN3_EARLY, GEN3, GEN4, HYBRID, AC);

    /** What has one phase has its settings below address 300. */
    static final Set<String> ONE_PHASE = with(LOW_VOLTAGE, HV_GEN3, ALL_IN_ONE);

    static final Set<String> INVERTERS = with(ONE_PHASE, THREE_PHASE);

    /** They have ten slots, the others two. */
    static final Set<String> TEN_SLOTS = Set.of(GEN3, GEN4, HV_GEN3, ALL_IN_ONE, THREE_PHASE);

    /** They have the block of settings from address 300. */
    static final Set<String> AC_SETTINGS = Set.of(AC, ALL_IN_ONE, GEN3);

    /** One phase, and no register to pause the battery. */
    static final Set<String> WITHOUT_PAUSE = Set.of(GEN1, GEN2, GEN3_EARLY, GEN4, HV_GEN3, HYBRID);

    private GivEnergyModel() {}

    static Set<String> with(Set<String> some, String... others) {
        Set<String> all = new TreeSet<>(some);
        all.addAll(Set.of(others));
        return Set.copyOf(all);
    }
}
