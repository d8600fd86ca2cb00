package org.eclipse.kura.wire;

import org.osgi.annotation.versioning.ProviderType;
import org.osgi.framework.ServiceReference;

/** Makes the support that a wire component needs, and tells wire components apart. */
@ProviderType
public interface WireHelperService {
    /**
     * Finds the {@code kura.service.pid} of a component.
     *
     * @param wireComponent the component, not null
     * @return the pid, or null if it is not registered
     */
    String getPid(WireComponent wireComponent);

    /**
     * Finds the {@code service.pid} of a component.
     *
     * @param wireComponentPid its {@code kura.service.pid}, not null
     * @return the pid, or null if it is not registered
     */
    String getServicePid(String wireComponentPid);

    /**
     * Finds the {@code service.pid} of a component.
     *
     * @param wireComponent the component, not null
     * @return the pid, or null if it is not registered
     */
    String getServicePid(WireComponent wireComponent);

    /**
     * Tells whether a component has output ports.
     *
     * @param wireComponentPid its {@code kura.service.pid}, not null
     * @return true if it emits
     */
    boolean isEmitter(String wireComponentPid);

    /**
     * Tells whether a component has input ports.
     *
     * @param wireComponentPid its {@code kura.service.pid}, not null
     * @return true if it receives
     */
    boolean isReceiver(String wireComponentPid);

    /**
     * Makes the support of a component; called once, when the component is activated.
     *
     * @param wireComponent the component, not null
     * @param wireComponentRef its own service reference, from its component context, not null
     * @return the support; a {@code MultiportWireSupport}
     */
    WireSupport newWireSupport(
            WireComponent wireComponent, ServiceReference<WireComponent> wireComponentRef);
}
