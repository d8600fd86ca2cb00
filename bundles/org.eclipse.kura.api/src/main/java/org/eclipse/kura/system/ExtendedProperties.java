package org.eclipse.kura.system;

import java.util.Collections;
import java.util.List;
import java.util.Objects;

/** More facts about the gateway than Kura knows names for. */
public class ExtendedProperties {
    private final String version;
    private final List<ExtendedPropertyGroup> propertyGroups;

    /**
     * The facts.
     *
     * @param version the version of their form, not null
     * @param propertyGroups the groups, not null; kept, not copied
     */
    public ExtendedProperties(String version, List<ExtendedPropertyGroup> propertyGroups) {
        this.version = Objects.requireNonNull(version, "version");
        this.propertyGroups = Collections.unmodifiableList(propertyGroups);
    }

    /** {@return the version of their form, never null} */
    public String getVersion() {
        return version;
    }

    /** {@return the groups, unmodifiable} */
    public List<ExtendedPropertyGroup> getPropertyGroups() {
        return propertyGroups;
    }
}
