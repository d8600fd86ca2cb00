package io.wattwire.limit;

import io.wattwire.limit.law.Input;
import io.wattwire.limit.law.LimitSettings.Mode;
import java.util.EnumSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.Function;

/** What a limit writes to its devices, by their names. */
final class Commands {

    static final String INVERTER_LIMIT = "inverter_power_limit";
    static final String EXPORT_LIMIT = "grid_export_limit";
    static final String BATTERY = "battery_power_setpoint";

    private static final Set<Input> OF_INVERTER = EnumSet.of(Input.INVERTER, Input.READ_BACK);
    private static final Set<Input> OF_BATTERY =
            EnumSet.of(
                    Input.BATTERY,
                    Input.BATTERY_MAX_CHARGE,
                    Input.BATTERY_MAX_DISCHARGE,
                    Input.BATTERY_SOC);

    private Commands() {}

    static String channel(Mode mode) {
        return mode == Mode.REGULATE ? INVERTER_LIMIT : EXPORT_LIMIT;
    }

    /** {@return device/channel of everything that it writes; nothing in shadow mode} */
    static Set<String> of(Chosen chosen, Function<String, Set<String>> devicesOf) {
        Set<String> commands = new TreeSet<>();
        each(
                chosen,
                (asset, channel) ->
                        devicesOf
                                .apply(asset)
                                .forEach(device -> commands.add(device + "/" + channel)));
        return commands;
    }

    /** {@return the inverters that it writes to; none in shadow mode} */
    static Set<String> inverters(Chosen chosen, Function<String, Set<String>> devicesOf) {
        Set<String> devices = new TreeSet<>();
        each(
                chosen,
                (asset, channel) -> {
                    if (!channel.equals(BATTERY)) {
                        devices.addAll(devicesOf.apply(asset));
                    }
                });
        return devices;
    }

    private static void each(Chosen chosen, BiConsumer<String, String> asset) {
        if (chosen.shadow()) {
            return;
        }
        boolean battery = chosen.settings().site().battery().commanded();
        chosen.sources()
                .forEach(
                        (slot, source) -> {
                            if (OF_INVERTER.contains(slot.input())) {
                                Mode mode = chosen.settings().units().get(slot.unit() - 1).mode();
                                asset.accept(source.asset(), channel(mode));
                            } else if (battery && OF_BATTERY.contains(slot.input())) {
                                asset.accept(source.asset(), BATTERY);
                            }
                        });
    }
}
