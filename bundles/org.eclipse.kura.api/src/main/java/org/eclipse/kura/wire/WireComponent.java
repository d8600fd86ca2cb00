package org.eclipse.kura.wire;

import org.osgi.annotation.versioning.ConsumerType;

/** Marks a component of a wire graph. */
@ConsumerType
public interface WireComponent {}
