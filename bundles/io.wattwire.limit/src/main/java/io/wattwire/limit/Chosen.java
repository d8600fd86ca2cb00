package io.wattwire.limit;

import io.wattwire.device.wire.Source;
import io.wattwire.limit.law.LimitSettings;
import io.wattwire.limit.law.Slot;
import io.wattwire.limit.supervisor.SupervisorSettings;
import java.util.Map;

/**
 * What the installer chose: the settings of the law, and what is around it.
 *
 * @param settings of the law, already checked
 * @param sources of the law's inputs in use
 * @param supervisor what was agreed with the network operator
 * @param connection where the supervisor sees phases and islands
 * @param shadow everything runs, but nothing is written
 * @param ledgerMib how much the ledger may hold, MiB; 0 for none
 */
record Chosen(
        LimitSettings settings,
        Map<Slot, Source> sources,
        SupervisorSettings supervisor,
        Map<GridInput, Source> connection,
        boolean shadow,
        int ledgerMib) {}
