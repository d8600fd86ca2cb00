package org.eclipse.kura.configuration.metatype;

import java.util.List;
import org.eclipse.kura.configuration.ComponentConfiguration;
import org.osgi.annotation.versioning.ProviderType;

/** Finds the descriptions of component factories. */
@ProviderType
public interface OCDService {
    /** {@return the descriptions of all factories, with the defaults} */
    List<ComponentConfiguration> getFactoryComponentOCDs();

    /**
     * Finds the description of a factory.
     *
     * @param factoryPid the factory, not null
     * @return the description with the defaults, or null if there is none
     */
    ComponentConfiguration getFactoryComponentOCD(String factoryPid);

    /**
     * Finds the factories whose components offer one of some services.
     *
     * @param classes the services, not null
     * @return the descriptions with the defaults
     */
    List<ComponentConfiguration> getServiceProviderOCDs(Class<?>... classes);

    /**
     * Finds the factories whose components offer one of some services.
     *
     * @param classNames the names of the services, not null
     * @return the descriptions with the defaults
     */
    List<ComponentConfiguration> getServiceProviderOCDs(String... classNames);
}
