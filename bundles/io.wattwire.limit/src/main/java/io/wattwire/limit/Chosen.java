package io.wattwire.limit;

import io.wattwire.device.wire.Source;
import io.wattwire.limit.law.LimitSettings;
import io.wattwire.limit.law.Slot;
import java.util.Map;

/**
 * What the installer chose: the settings of the law, and where its inputs come from.
 *
 * @param settings already checked
 * @param sources of the inputs in use
 */
record Chosen(LimitSettings settings, Map<Slot, Source> sources) {}
