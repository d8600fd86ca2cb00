package org.eclipse.kura.system;

/** Kinds of installed software. */
public enum SystemResourceType {
    /** An OSGi bundle. */
    BUNDLE,

    /** A deployment package. */
    DP,

    /** An RPM package. */
    RPM,

    /** A Debian package. */
    DEB,

    /** A container. */
    DOCKER,

    /** The image of a container. */
    CONTAINER_IMAGE,

    /** An Alpine package. */
    APK,

    /** Anything else. */
    UNKNOWN
}
