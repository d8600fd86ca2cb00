package org.eclipse.kura.wire;

import java.util.Collections;
import java.util.List;
import org.osgi.service.wireadmin.BasicEnvelope;

/** What travels over a wire: records and who sent them. The list is not copied. */
public class WireEnvelope extends BasicEnvelope {
    private static final String SCOPE = "WIRES";

    /**
     * An envelope.
     *
     * @param emitterPid the {@code service.pid} of the sender
     * @param wireRecords the records, not null
     */
    public WireEnvelope(String emitterPid, List<WireRecord> wireRecords) {
        super(Collections.unmodifiableList(wireRecords), emitterPid, SCOPE);
    }

    /**
     * {@return the {@code service.pid} of the sender; it changes at each start, so never store it}
     */
    public String getEmitterPid() {
        return (String) getIdentification();
    }

    /** {@return the records, unmodifiable} */
    @SuppressWarnings("unchecked") // the constructor took nothing else
    public List<WireRecord> getRecords() {
        return (List<WireRecord>) getValue();
    }
}
