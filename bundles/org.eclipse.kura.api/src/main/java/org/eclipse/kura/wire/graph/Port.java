package org.eclipse.kura.wire.graph;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;
import org.osgi.service.wireadmin.Wire;

/** A port of a wire component. */
@ProviderType
public interface Port {
    /** {@return the wires at this port} */
    List<Wire> listConnectedWires();
}
