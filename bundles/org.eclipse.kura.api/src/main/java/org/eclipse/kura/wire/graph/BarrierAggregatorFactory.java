package org.eclipse.kura.wire.graph;

import org.osgi.annotation.versioning.ProviderType;

/** Makes aggregators that wait until each port has an envelope, then start afresh. */
@ProviderType
public interface BarrierAggregatorFactory extends PortAggregatorFactory {}
