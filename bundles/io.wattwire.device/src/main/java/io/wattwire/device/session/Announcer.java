package io.wattwire.device.session;

import io.wattwire.device.model.PointControl;
import java.util.HashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Says which limits did not reach the device, once for each reason: who commands by wires hears
 * nothing of it. Callers hold the turn.
 */
final class Announcer {

    private static final Logger LOG = LoggerFactory.getLogger(Announcer.class);

    private final String owner;
    private final LinkWatch watch;
    private final Map<String, String> said = new HashMap<>();

    Announcer(String owner, LinkWatch watch) {
        this.owner = owner;
        this.watch = watch;
    }

    void unsent(PointControl control, double wanted, String why) {
        if (!WriteGuard.isLimit(control)) {
            return;
        }
        String text = control.point() + " = " + wanted + " did not reach the device: " + why;
        watch.hindered(text);
        if (!why.equals(said.put(control.point(), why))) {
            LOG.warn("{}: {}", owner, text);
        }
    }

    void sent(PointControl control) {
        said.remove(control.point());
    }
}
