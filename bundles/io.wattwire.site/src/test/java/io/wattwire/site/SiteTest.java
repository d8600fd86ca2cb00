package io.wattwire.site;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.eclipse.kura.type.TypedValue;
import org.eclipse.kura.wire.WireHelperService;
import org.eclipse.kura.wire.WireRecord;
import org.eclipse.kura.wire.graph.MultiportWireSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.osgi.service.component.ComponentContext;

/** The component with its real thread, on wires that the test holds. */
class SiteTest {

    private static final long SOON_S = 60;
    private static final Map<String, Object> PROPERTIES =
            Map.of("kura.service.pid", "house", "grid.assets", "a l1, b l2");

    private final BlockingQueue<Map<String, TypedValue<?>>> emitted = new LinkedBlockingQueue<>();
    private final Site site =
            new Site(
                    answering(
                            WireHelperService.class,
                            answering(MultiportWireSupport.class, "nothing")));

    @SuppressWarnings("unchecked") // what is emitted is a list of records
    private <T> T answering(Class<T> type, Object answer) {
        return type.cast(
                Proxy.newProxyInstance(
                        type.getClassLoader(),
                        new Class<?>[] {type},
                        (proxy, method, arguments) -> {
                            if (method.getName().equals("emit")) {
                                ((List<WireRecord>) arguments[0])
                                        .forEach(record -> emitted.add(record.getProperties()));
                            }
                            return method.getReturnType().isInstance(answer) ? answer : null;
                        }));
    }

    @AfterEach
    void ends() {
        site.deactivate();
    }

    private Map<String, TypedValue<?>> next(String property) throws InterruptedException {
        Map<String, TypedValue<?>> values = emitted.poll(SOON_S, TimeUnit.SECONDS);
        while (values != null && !values.containsKey(property)) {
            values = emitted.poll(SOON_S, TimeUnit.SECONDS);
        }
        assertNotNull(values, "nothing came with " + property);
        return values;
    }

    @Test
    void addsUpWhatComesOnItsWires() throws InterruptedException {
        site.activate(answering(ComponentContext.class, "nothing"), PROPERTIES);
        assertEquals("house", next("grid_power_error").get("assetName").getValue());
        site.onWireReceive(House.envelope("a", "grid_power", 500.0));
        site.onWireReceive(House.envelope("other", "grid_power", 7.0));
        site.onWireReceive(House.envelope("b", "grid_power", -200.0));
        assertEquals(300.0, next("grid_power").get("grid_power").getValue());
    }

    @Test
    void aRefusedChangeIsSaidAndChangesNothing() throws InterruptedException {
        site.activate(answering(ComponentContext.class, "nothing"), PROPERTIES);
        site.onWireReceive(House.envelope("a", "grid_power", 500.0));
        site.onWireReceive(House.envelope("b", "grid_power", -200.0));
        next("grid_power");
        site.modified(Map.of("grid.assets", "a, a", "kura.service.pid", "house"));
        Map<String, TypedValue<?>> values = next("configuration_problem");
        while (((String) values.get("configuration_problem").getValue()).isEmpty()) {
            values = next("configuration_problem");
        }
        assertEquals(300.0, values.get("grid_power").getValue());
    }

    @Test
    void nothingIsEmittedAfterItsEnd() {
        site.activate(answering(ComponentContext.class, "nothing"), PROPERTIES);
        site.deactivate();
        emitted.clear();
        site.onWireReceive(House.envelope("a", "grid_power", 500.0));
        site.onWireReceive(House.envelope("b", "grid_power", 500.0));
        assertTrue(emitted.isEmpty());
    }
}
