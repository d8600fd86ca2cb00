package org.eclipse.kura.configuration;

import java.util.Map;
import org.eclipse.kura.configuration.metatype.OCD;
import org.osgi.annotation.versioning.ProviderType;

/** The configuration of one component. */
@ProviderType
public interface ComponentConfiguration {
    /** {@return the {@code kura.service.pid} of the component} */
    String getPid();

    /** {@return the description of the properties, or null} */
    OCD getDefinition();

    /** {@return the properties, or null} */
    Map<String, Object> getConfigurationProperties();
}
