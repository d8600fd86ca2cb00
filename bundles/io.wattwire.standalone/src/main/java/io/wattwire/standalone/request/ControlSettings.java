package io.wattwire.standalone.request;

import io.wattwire.standalone.monitor.Faults;
import io.wattwire.standalone.util.Properties;
import org.osgi.framework.BundleContext;

/**
 * What requests may write: nothing, until the owner lists it.
 *
 * @param pid the {@code kura.service.pid}, for log and audit
 * @param enabled whether anything may be written
 * @param points what, in the words of all publishers
 * @param perMinute how many commands each point takes per minute
 * @param faults hears of mistakes
 */
public record ControlSettings(
        String pid, boolean enabled, String points, int perMinute, Faults faults) {
    private static final int PER_MINUTE = 12;
    private static final int MOST_PER_MINUTE = 600;
    private static final String OFF =
            "writing from the cloud is off; the owner lists what may be written in control.points"
                    + " and sets control.enabled";

    /**
     * Reads settings.
     *
     * @param settings as they were delivered
     * @param faults hears of mistakes
     * @return the settings; nothing may be written if one is wrong
     */
    public static ControlSettings of(Properties settings, Faults faults) {
        boolean enabled = settings.flag("control.enabled", false);
        int perMinute = PER_MINUTE;
        try {
            perMinute = settings.number("control.per.minute", PER_MINUTE, 1, MOST_PER_MINUTE);
        } catch (IllegalArgumentException e) {
            faults.report(settings.pid(), e.getMessage(), "nothing is written until then");
            enabled = false;
        }
        String points = settings.text("control.points", "");
        return new ControlSettings(settings.pid(), enabled, points, perMinute, faults);
    }

    Writes writes(BundleContext context) {
        if (!enabled) {
            return Writes.refused(OFF);
        }
        try {
            return GatedWrites.of(pid, points, perMinute, context, this::wrong);
        } catch (NoClassDefFoundError e) { // a run without our engine has nothing to write to
            wrong("control.enabled is true, but the bundle io.wattwire.publish is not there");
            return Writes.refused("writing is not possible without the bundle io.wattwire.publish");
        }
    }

    private void wrong(String problem) {
        faults.report(pid, problem, "correct it; what could be read is in force");
    }
}
