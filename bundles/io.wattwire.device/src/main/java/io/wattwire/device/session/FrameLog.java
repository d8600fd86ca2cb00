package io.wattwire.device.session;

import io.wattwire.device.link.Frame;
import io.wattwire.device.link.FrameListener;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes one owner's frames to the log, for somebody who wants to see what goes over the wire. */
record FrameLog(String owner) implements FrameListener {

    private static final Logger LOG = LoggerFactory.getLogger("io.wattwire.trace");

    @Override
    public void frame(Frame frame) {
        if (frame.owner().equals(owner)) {
            LOG.info(
                    "{} {} unit {}: {}",
                    owner,
                    frame.sent() ? ">" : "<",
                    frame.unit(),
                    frame.content());
        }
    }
}
