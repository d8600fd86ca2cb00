package io.wattwire.limit;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Dictionary;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;

/** What a limit commands is seen in the framework, and only as long as it does. */
class SignTest {

    private final List<String> calls = new ArrayList<>();
    private Dictionary<?, ?> properties;

    private Object answer(String method, Object[] arguments) {
        calls.add(method);
        if (arguments != null && arguments[arguments.length - 1] instanceof Dictionary<?, ?> set) {
            properties = set;
        }
        return method.equals("registerService") ? proxy(ServiceRegistration.class) : null;
    }

    private <T> T proxy(Class<T> type) {
        return type.cast(
                Proxy.newProxyInstance(
                        type.getClassLoader(),
                        new Class<?>[] {type},
                        (proxy, method, arguments) -> answer(method.getName(), arguments)));
    }

    @Test
    void itChangesWithWhatIsCommandedAndGoesWithTheLast() {
        Sign sign = new Sign(proxy(BundleContext.class), "limit");
        sign.accept(Set.of());
        assertEquals(List.of(), calls);
        sign.accept(Set.of("roof/inverter_power_limit"));
        sign.accept(Set.of("roof/inverter_power_limit"));
        assertEquals(List.of("registerService"), calls);
        assertEquals("limit", properties.get("io.wattwire.commander"));
        sign.accept(Set.of("garage/inverter_power_limit"));
        assertArrayEquals(
                new String[] {"garage/inverter_power_limit"},
                (String[]) properties.get("io.wattwire.commands"));
        sign.accept(Set.of());
        assertEquals(List.of("registerService", "setProperties", "unregister"), calls);
    }

    @Test
    void withoutAFrameworkNothingIsTold() {
        new Sign(null, "limit").accept(Set.of("roof/inverter_power_limit"));
        assertEquals(List.of(), calls);
    }
}
