package org.eclipse.kura.wire.graph;

import java.util.List;
import org.eclipse.kura.wire.WireEnvelope;
import org.eclipse.kura.wire.WireRecord;
import org.eclipse.kura.wire.WireSupport;
import org.osgi.annotation.versioning.ProviderType;

/** Does the wiring for a component with any number of ports. */
@ProviderType
public interface MultiportWireSupport extends WireSupport {
    /** {@return the output ports by number} */
    List<EmitterPort> getEmitterPorts();

    /** {@return the input ports by number} */
    List<ReceiverPort> getReceiverPorts();

    /**
     * Makes an envelope from this component.
     *
     * @param records the records, not null
     * @return the envelope
     */
    WireEnvelope createWireEnvelope(List<WireRecord> records);
}
