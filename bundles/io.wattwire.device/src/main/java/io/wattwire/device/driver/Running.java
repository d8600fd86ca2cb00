package io.wattwire.device.driver;

import io.wattwire.device.link.LinkPool;
import io.wattwire.device.model.DeviceFamily;
import io.wattwire.device.session.DeviceSession;
import io.wattwire.device.session.StateStore;

/**
 * A configuration at work.
 *
 * @param family what the device is
 * @param configuration what it was made of, to tell a change from a repetition
 * @param session the conversation
 */
record Running(DeviceFamily family, Configuration configuration, DeviceSession session) {

    static Running start(
            DeviceFamily family, Configuration configuration, String pid, StateStore state) {
        DeviceSession session =
                new DeviceSession(
                        family,
                        configuration.session(),
                        pid,
                        state,
                        LinkPool.shared(),
                        System::nanoTime,
                        System::currentTimeMillis);
        return new Running(family, configuration, session);
    }

    /** Whether a configuration would change nothing. */
    boolean isMadeOf(DeviceFamily otherFamily, Configuration other) {
        return family == otherFamily && configuration.equals(other);
    }
}
