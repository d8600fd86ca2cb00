package org.eclipse.kura.wire.graph;

import org.osgi.annotation.versioning.ProviderType;

/** Makes aggregators that keep the last envelope of each port and pass all on at each new one. */
@ProviderType
public interface CachingAggregatorFactory extends PortAggregatorFactory {}
