package org.eclipse.kura.configuration;

import org.osgi.annotation.versioning.ConsumerType;

/** Marks a component that the configuration service configures, by its metatype. */
@ConsumerType
public interface ConfigurableComponent {}
