package org.eclipse.kura.system;

/** A piece of installed software. Immutable. */
public class SystemResourceInfo {
    private final String name;
    private final String version;
    private final SystemResourceType type;

    /**
     * A piece of which only the name is known.
     *
     * @param name the name
     */
    public SystemResourceInfo(String name) {
        this(name, "Unknown", SystemResourceType.UNKNOWN);
    }

    /**
     * A piece.
     *
     * @param name the name
     * @param version the version
     * @param typeString the name of a {@link SystemResourceType}, not null
     * @throws IllegalArgumentException if there is no such type
     */
    public SystemResourceInfo(String name, String version, String typeString) {
        this(name, version, SystemResourceType.valueOf(typeString));
    }

    /**
     * A piece.
     *
     * @param name the name
     * @param version the version
     * @param type its kind, not null
     */
    public SystemResourceInfo(String name, String version, SystemResourceType type) {
        this.name = name;
        this.version = version;
        this.type = type;
    }

    /** {@return the name} */
    public String getName() {
        return name;
    }

    /** {@return the version} */
    public String getVersion() {
        return version;
    }

    /** {@return its kind} */
    public SystemResourceType getType() {
        return type;
    }

    /** {@return the name of its kind} */
    public String getTypeString() {
        return type.name();
    }
}
