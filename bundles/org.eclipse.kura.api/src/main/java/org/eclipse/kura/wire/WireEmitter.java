package org.eclipse.kura.wire;

import org.osgi.annotation.versioning.ConsumerType;
import org.osgi.service.wireadmin.Producer;

/** A wire component with one output port. Hands the calls of {@code Producer} to its support. */
@ConsumerType
public interface WireEmitter extends WireComponent, Producer {}
