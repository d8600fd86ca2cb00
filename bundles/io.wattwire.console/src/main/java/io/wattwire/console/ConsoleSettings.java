package io.wattwire.console;

import io.wattwire.device.driver.SettingsReader;
import io.wattwire.publish.control.ControlRules;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the owner set.
 *
 * @param staleMillis age from which on a value is stale
 * @param rules what may be commanded; nothing while control is off
 * @param batteries by the names that callers use
 */
record ConsoleSettings(long staleMillis, ControlRules rules, Map<String, Battery> batteries) {

    static final int STALE_S = 30;
    private static final int MOST_STALE_S = 86_400;
    private static final Pattern BATTERY =
            Pattern.compile(
                    "([A-Za-z0-9_-]{1,64})\\s*=\\s*([^,=]{1,255}?)(?:\\s*,\\s*([^,=]{1,255}))?");

    /** Where a battery is read and where it is commanded; empty where it is not. */
    record Battery(String read, String control) {}

    static ConsoleSettings of(SettingsReader settings, boolean hasSecret) {
        int stale = settings.whole("stale.after.s", 1, MOST_STALE_S).orElse(STALE_S);
        return new ConsoleSettings(
                TimeUnit.SECONDS.toMillis(stale), rules(settings, hasSecret), batteries(settings));
    }

    private static ControlRules rules(SettingsReader settings, boolean hasSecret) {
        return ControlRules.read(
                settings,
                listed -> {
                    if (!hasSecret) {
                        settings.problem(
                                "control.enabled needs http.secret: nobody commands a device"
                                        + " without one");
                    }
                });
    }

    private static Map<String, Battery> batteries(SettingsReader settings) {
        Map<String, Battery> batteries = new TreeMap<>();
        for (String line : settings.text("batteries", "").split("[;\\r\\n]+")) {
            Matcher matcher = BATTERY.matcher(line.strip());
            if (matcher.matches()) {
                String control = matcher.group(3) == null ? "" : matcher.group(3).strip();
                batteries.put(matcher.group(1), new Battery(matcher.group(2).strip(), control));
            } else if (!line.isBlank()) {
                settings.problem(
                        "batteries has '"
                                + line.strip()
                                + "'; write name = asset, control asset, for example home ="
                                + " victron-read, victron-control");
            }
        }
        return batteries;
    }
}
