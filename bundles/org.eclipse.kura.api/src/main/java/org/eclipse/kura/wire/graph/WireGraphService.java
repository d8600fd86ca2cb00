package org.eclipse.kura.wire.graph;

import org.eclipse.kura.KuraException;
import org.osgi.annotation.versioning.ProviderType;

/** Holds the one graph of the gateway. */
@ProviderType
public interface WireGraphService {
    /**
     * Replaces the graph. Components that are new to it are created, those that left it deleted,
     * assets excepted.
     *
     * @param graphConfiguration the new graph, not null
     * @throws KuraException if the graph is not consistent or cannot be built
     */
    void update(WireGraphConfiguration graphConfiguration) throws KuraException;

    /**
     * Deletes the graph with its components.
     *
     * @throws KuraException if a component cannot be deleted
     */
    void delete() throws KuraException;

    /**
     * Returns the graph as it is now.
     *
     * @return the graph, never null
     * @throws KuraException if it cannot be read
     */
    WireGraphConfiguration get() throws KuraException;
}
