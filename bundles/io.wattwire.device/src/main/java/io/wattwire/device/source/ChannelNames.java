package io.wattwire.device.source;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Which names of others may become channels of a record: none that takes the place of what Kura
 * adds by itself, such as the asset's name or a value's time, and none that Kura cannot have.
 */
final class ChannelNames {

    private static final Pattern FORM = Pattern.compile("[^.#/+,\\s\\p{Cntrl}]{1,120}");
    private static final Set<String> KURAS = Set.of("assetName", "assetTimestamp", "assetError");
    private static final List<String> KURAS_ENDINGS = List.of("_timestamp", "_error", "_unit");

    private ChannelNames() {}

    static boolean fits(String name) {
        return FORM.matcher(name).matches()
                && !KURAS.contains(name)
                && KURAS_ENDINGS.stream().noneMatch(name::endsWith);
    }
}
