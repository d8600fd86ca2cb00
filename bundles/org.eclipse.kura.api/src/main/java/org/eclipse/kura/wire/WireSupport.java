package org.eclipse.kura.wire;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;
import org.osgi.service.wireadmin.Consumer;
import org.osgi.service.wireadmin.Producer;

/** Does the wiring for one wire component, which hands its calls on. */
@ProviderType
public interface WireSupport extends Producer, Consumer {
    /**
     * Sends records to every connected receiver and returns when all have taken them.
     *
     * @param wireRecords the records, not null
     */
    void emit(List<WireRecord> wireRecords);
}
