package org.eclipse.kura.configuration;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.kura.KuraException;
import org.osgi.annotation.versioning.ProviderType;
import org.osgi.framework.Filter;

/**
 * Creates, updates and deletes the configurations of components, and keeps snapshots of them all.
 *
 * <p>A pid is a {@code kura.service.pid} throughout. Values are not checked against the metatype.
 */
@ProviderType
public interface ConfigurationService {
    /** The property that names an instance of a component; stable over restarts. */
    String KURA_SERVICE_PID = "kura.service.pid";

    /** {@return the pids of all component factories} */
    Set<String> getFactoryComponentPids();

    /**
     * Creates an instance of a component factory. It succeeds even if there is no such factory.
     *
     * @param factoryPid the factory, not null
     * @param pid the instance, not null
     * @param properties the properties; may be null. Defaults are added for those missing
     * @param takeSnapshot whether to write a snapshot afterwards
     * @throws KuraException if the pid is taken
     */
    void createFactoryConfiguration(
            String factoryPid, String pid, Map<String, Object> properties, boolean takeSnapshot)
            throws KuraException;

    /**
     * Deletes an instance of a component factory.
     *
     * @param pid the instance, not null
     * @param takeSnapshot whether to write a snapshot afterwards
     * @throws KuraException if it is not an instance of a factory
     */
    void deleteFactoryConfiguration(String pid, boolean takeSnapshot) throws KuraException;

    /** {@return the pids of all components that can be configured now} */
    Set<String> getConfigurableComponentPids();

    /**
     * Lists all configurations.
     *
     * @return the configurations with their definitions
     * @throws KuraException if they cannot be read
     */
    List<ComponentConfiguration> getComponentConfigurations() throws KuraException;

    /**
     * Lists the configurations of the services that a filter matches.
     *
     * @param filter the filter on service properties, not null
     * @return the configurations with their definitions
     * @throws KuraException if they cannot be read
     */
    List<ComponentConfiguration> getComponentConfigurations(Filter filter) throws KuraException;

    /**
     * Finds a configuration.
     *
     * @param pid the component, not null
     * @return the configuration with its definition, or null if there is none
     * @throws KuraException if it cannot be read
     */
    ComponentConfiguration getComponentConfiguration(String pid) throws KuraException;

    /**
     * Finds the defaults of a component.
     *
     * @param pid the component or its factory, not null
     * @return the definition with the default values, or null if there is none
     * @throws KuraException if they cannot be read
     */
    ComponentConfiguration getDefaultComponentConfiguration(String pid) throws KuraException;

    /**
     * Updates a component and writes a snapshot.
     *
     * @param pid the component, not null
     * @param properties the properties to change, not null; others stay
     * @throws KuraException if the update cannot be stored
     */
    void updateConfiguration(String pid, Map<String, Object> properties) throws KuraException;

    /**
     * Updates a component.
     *
     * @param pid the component, not null
     * @param properties the properties to change, not null; others stay
     * @param takeSnapshot whether to write a snapshot afterwards
     * @throws KuraException if the update cannot be stored
     */
    void updateConfiguration(String pid, Map<String, Object> properties, boolean takeSnapshot)
            throws KuraException;

    /**
     * Updates several components and writes a snapshot.
     *
     * @param configurations pids with the properties to change, not null
     * @throws KuraException if one of them cannot be stored; the others are
     */
    void updateConfigurations(List<ComponentConfiguration> configurations) throws KuraException;

    /**
     * Updates several components.
     *
     * @param configurations pids with the properties to change, not null
     * @param takeSnapshot whether to write a snapshot afterwards
     * @throws KuraException if one of them cannot be stored; the others are
     */
    void updateConfigurations(List<ComponentConfiguration> configurations, boolean takeSnapshot)
            throws KuraException;

    /**
     * Lists the snapshots.
     *
     * @return their ids, oldest first: ms since 1970, or 0 for the one that was delivered
     * @throws KuraException if they cannot be listed
     */
    Set<Long> getSnapshots() throws KuraException;

    /**
     * Reads a snapshot.
     *
     * @param id the snapshot
     * @return the configurations in it, without definitions
     * @throws KuraException if there is no such snapshot
     */
    List<ComponentConfiguration> getSnapshot(long id) throws KuraException;

    /**
     * Writes a snapshot.
     *
     * @return its id
     * @throws KuraException if it cannot be written
     */
    long snapshot() throws KuraException;

    /**
     * Goes back to the snapshot before the last one.
     *
     * @return its id
     * @throws KuraException if there is none
     */
    long rollback() throws KuraException;

    /**
     * Goes back to a snapshot.
     *
     * @param id the snapshot
     * @throws KuraException if there is no such snapshot
     */
    void rollback(long id) throws KuraException;
}
