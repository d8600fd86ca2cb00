package io.wattwire.itest.outage;

import io.wattwire.publish.Publisher;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
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
    private volatile long lost;

    WireGateway(
            Path data,
            Map<String, Object> settings,
            BiFunction<WireHelperService, SystemService, Publisher> kind) {
        publisher =
                kind.apply(
                        Fakes.wires(this::heard),
                        Fakes.answering(SystemService.class, data.toString()));
        BundleContext framework = Fakes.answering(BundleContext.class, null);
        publisher.activate(Fakes.answering(ComponentContext.class, framework), settings);
    }

    /** Its health; each record has one value. */
    private void heard(WireRecord health) {
        TypedValue<?> samples = health.getProperties().get("samples_lost");
        lost = (Long) samples.getValue();
    }

    @Override
    public void take(int number) {
        WireRecord record =
                new WireRecord(
                        Map.of(
                                "assetName", TypedValues.newStringValue("meter"),
                                "assetTimestamp", TypedValues.newLongValue(Drill.time(number)),
                                "number", TypedValues.newLongValue(number)));
        publisher.onWireReceive(new WireEnvelope("meter", List.of(record)));
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
