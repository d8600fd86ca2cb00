package org.eclipse.kura.driver;

import org.osgi.annotation.versioning.ConsumerType;

/** Says which properties a channel of a driver has. */
@ConsumerType
@FunctionalInterface
public interface ChannelDescriptor {
    /**
     * {@return the properties of a channel: a {@code List} of {@code
     * org.eclipse.kura.core.configuration.metatype.Tad}; Kura takes no other class}
     */
    Object getDescriptor();
}
