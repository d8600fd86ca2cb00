package org.eclipse.kura.configuration;

import org.eclipse.kura.KuraException;
import org.osgi.annotation.versioning.ConsumerType;

/** A component that describes its configuration itself instead of in a metatype file. */
@ConsumerType
public interface SelfConfiguringComponent {
    /**
     * Describes the configuration as it is now.
     *
     * @return the configuration: the {@code kura.service.pid} as pid, a {@code Tocd}, and values
     *     whose Java types match it; Kura drops anything else
     * @throws KuraException if it cannot be told
     */
    ComponentConfiguration getConfiguration() throws KuraException;
}
