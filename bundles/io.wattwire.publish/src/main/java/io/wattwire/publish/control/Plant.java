package io.wattwire.publish.control;

import io.wattwire.device.driver.DeviceView;
import java.util.Optional;
import org.eclipse.kura.asset.Asset;

/** The assets of this gateway and what their drivers know. Implementations are thread-safe. */
public interface Plant {

    /**
     * Finds an asset.
     *
     * @param pid its {@code kura.service.pid}
     * @return empty when there is none of that name now
     */
    Optional<Asset> asset(String pid);

    /**
     * What a driver knows of its device; asks the device nothing.
     *
     * @param driverPid the driver's {@code kura.service.pid}
     * @return empty when there is no such driver now, or it is one of others
     */
    Optional<DeviceView> device(String driverPid);

    /**
     * Whether there is a component of a name, an asset or any other.
     *
     * @param pid its {@code kura.service.pid}
     * @return false when there is none now
     */
    boolean has(String pid);

    /**
     * Who on this gateway commands a point again and again, as a limit does: a command from outside
     * would only hold until its next one.
     *
     * @param holder the asset's {@code kura.service.pid}, or its driver's
     * @param channel name of the common point or register
     * @return the commander's {@code kura.service.pid}; empty when nobody is known to
     */
    default Optional<String> commander(String holder, String channel) {
        return Optional.empty();
    }
}
