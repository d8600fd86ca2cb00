package io.wattwire.device.driver;

import io.wattwire.device.link.LinkException;
import io.wattwire.device.session.DeviceSession;
import io.wattwire.device.session.WriteRefused;
import java.util.List;
import org.eclipse.kura.channel.ChannelRecord;
import org.eclipse.kura.driver.Driver.ConnectionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Channels that are written once, in their order.
 *
 * @param pid whose channels they are, for the log
 * @param channels the channels with their values
 * @param refusals says what is refused
 */
record ChannelWrite(String pid, List<ChannelRecord> channels, Refusals refusals) {

    private static final Logger LOG = LoggerFactory.getLogger(ChannelWrite.class);

    /**
     * Writes all; a refusal is one channel's failure.
     *
     * @param running what the driver runs now, null while it runs nothing
     * @param reason why it runs nothing
     */
    void execute(Running running, String reason) throws ConnectionException {
        if (running == null) {
            Channels.failAll(channels, reason);
            throw new ConnectionException(reason);
        }
        LinkException lost = null;
        for (ChannelRecord channel : channels) {
            LinkException problem = write(running.session(), channel);
            lost = lost == null ? problem : lost;
        }
        if (lost != null) {
            throw new ConnectionException(lost.getMessage(), lost);
        }
    }

    private LinkException write(DeviceSession session, ChannelRecord channel) {
        try {
            session.write(Channels.name(channel), Channels.value(channel));
            Channels.succeed(channel);
            refusals.taken(Channels.name(channel));
        } catch (LinkException lost) {
            Channels.fail(channel, lost.getMessage());
            return lost;
        } catch (WriteRefused refused) {
            refusals.refused(Channels.name(channel), refused.getMessage());
            Channels.fail(channel, refused.getMessage());
        } catch (Throwable defect) { // an Error that left the driver would stop Kura's threads
            LOG.error("{}: a defect in the driver, please report it", pid, defect);
            Channels.fail(channel, "a defect in the driver: " + defect);
        }
        return null;
    }
}
