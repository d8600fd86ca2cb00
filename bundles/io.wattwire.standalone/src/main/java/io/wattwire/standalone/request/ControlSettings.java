package io.wattwire.standalone.request;

import io.wattwire.standalone.monitor.Faults;
import io.wattwire.standalone.util.Properties;
import java.util.Map;
import org.osgi.framework.BundleContext;

/**
 * What requests may write: nothing, until the owner lists it.
 *
 * @param properties the component's, unchecked
 * @param faults hears of mistakes
 */
public record ControlSettings(Map<String, Object> properties, Faults faults) {
    private static final String OFF =
            "writing from the cloud is off; the owner lists what may be written in control.points"
                    + " and sets control.enabled";

    Writes writes(BundleContext context) {
        Properties own = new Properties(properties);
        if (!own.flag("control.enabled", false)) {
            return Writes.refused(OFF);
        }
        try {
            return GatedWrites.of(
                    own.pid(),
                    properties,
                    context,
                    it -> faults.report(own.pid(), it, "nothing is written until then"));
        } catch (NoClassDefFoundError e) { // a run without our engine has nothing to write to
            String missing = "the bundle io.wattwire.publish, which writing needs, is not there";
            faults.report(own.pid(), missing, "add it, or set control.enabled to false");
            return Writes.refused(missing);
        }
    }
}
