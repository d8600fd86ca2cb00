package io.wattwire.standalone.configuration;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.kura.configuration.ComponentConfiguration;
import org.eclipse.kura.configuration.metatype.OCD;

/**
 * The configuration of one component.
 *
 * @param pid its {@code kura.service.pid}
 * @param definition what describes its properties, or null
 * @param properties the properties, unmodifiable
 */
public record Settings(String pid, OCD definition, Map<String, Object> properties)
        implements ComponentConfiguration {
    /**
     * Takes a sorted copy of the properties.
     *
     * @param pid its {@code kura.service.pid}
     * @param definition what describes its properties, or null
     * @param properties the properties
     */
    public Settings {
        properties = Collections.unmodifiableMap(new TreeMap<>(properties));
    }

    @Override
    public String getPid() {
        return pid;
    }

    @Override
    public OCD getDefinition() {
        return definition;
    }

    @Override
    public Map<String, Object> getConfigurationProperties() {
        return properties;
    }
}
