package org.eclipse.kura.wire.graph;

import java.util.List;
import org.eclipse.kura.KuraException;
import org.osgi.annotation.versioning.ProviderType;

/** Lists the kinds of wire components that a graph can have. */
@ProviderType
public interface WireComponentDefinitionService {
    /**
     * Lists the kinds.
     *
     * @return one definition per component factory
     * @throws KuraException if the factories cannot be read
     */
    List<WireComponentDefinition> getComponentDefinitions() throws KuraException;
}
