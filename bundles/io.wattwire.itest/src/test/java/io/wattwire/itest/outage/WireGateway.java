package io.wattwire.itest.outage;

import io.wattwire.publish.Publisher;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.IntFunction;
import org.eclipse.kura.system.SystemService;
import org.eclipse.kura.type.TypedValue;
import org.eclipse.kura.type.TypedValues;
import org.eclipse.kura.wire.WireEnvelope;
import org.eclipse.kura.wire.WireHelperService;
import org.eclipse.kura.wire.WireRecord;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.ComponentContext;

/** A publisher of ours. */
final class WireGateway implements Gateway {

    private final Publisher publisher;
    private final IntFunction<Map<String, TypedValue<?>>> values;
    private volatile long lost;

    /** With the values that stand for a number. */
    WireGateway(
            Path data,
            Map<String, Object> settings,
            BiFunction<WireHelperService, SystemService, Publisher> kind,
            IntFunction<Map<String, TypedValue<?>>> values) {
        this.values = values;
        publisher =
                kind.apply(
                        Fakes.wires(this::heard),
                        Fakes.answering(SystemService.class, data.toString()));
        BundleContext framework = Fakes.answering(BundleContext.class, null);
        publisher.activate(Fakes.answering(ComponentContext.class, framework), settings);
    }

    /** Its health. */
    private void heard(WireRecord health) {
        TypedValue<?> samples = health.getProperties().get("samples_lost");
        lost = (Long) samples.getValue() / values.apply(0).size();
    }

    @Override
    public void take(int number) {
        Map<String, TypedValue<?>> record = new HashMap<>(values.apply(number));
        record.put("assetName", TypedValues.newStringValue("meter"));
        record.put("assetTimestamp", TypedValues.newLongValue(Drill.time(number)));
        publisher.onWireReceive(new WireEnvelope("meter", List.of(new WireRecord(record))));
    }

    @Override
    public long lost() {
        return lost;
    }

    @Override
    public void close() {
        publisher.deactivate(0);
    }
}
