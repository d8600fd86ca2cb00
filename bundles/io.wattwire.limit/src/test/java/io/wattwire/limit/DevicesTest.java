package io.wattwire.limit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.ComponentContext;

/** Two assets that use one of our drivers are one device. */
class DevicesTest {

    private final Map<String, Map<String, Object>> registered = new HashMap<>();

    @SuppressWarnings("unchecked") // a proxy is what its interface says
    private static <T> T answering(Class<T> type, java.lang.reflect.InvocationHandler answers) {
        return (T) Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, answers);
    }

    private Set<String> of(String asset) {
        BundleContext bundles =
                answering(
                        BundleContext.class,
                        (proxy, method, arguments) -> found((String) arguments[1]));
        return new Devices(answering(ComponentContext.class, (proxy, method, none) -> bundles))
                .of(asset);
    }

    private ServiceReference<?>[] found(String filter) {
        Map<String, Object> properties = registered.get(filter);
        return properties == null
                ? null
                : new ServiceReference<?>[] {
                    answering(
                            ServiceReference.class,
                            (proxy, method, name) -> properties.get(name[0]))
                };
    }

    private void register(String pid, String name, String value) {
        registered.put("(kura.service.pid=" + pid + ")", Map.of(name, value));
    }

    @Test
    void oneOfOurDriversIsTheDeviceOfAllItsAssets() {
        register("readings", "driver.pid", "growatt");
        register("control", "driver.pid", "growatt");
        register("growatt", "service.factoryPid", "io.wattwire.driver.growatt.GrowattDriver");
        assertEquals(Set.of("readings", "growatt"), of("readings"));
        assertEquals(Set.of("control", "growatt"), of("control"));
    }

    @Test
    void aForeignDriverMayStandForAWholeBus() {
        register("readings", "driver.pid", "bus");
        register("bus", "service.factoryPid", "org.example.Bus");
        assertEquals(Set.of("readings"), of("readings"));
    }

    @Test
    void anAssetThatIsNotThereIsADeviceByItself() {
        assertEquals(Set.of("readings"), of("readings"));
        assertEquals(Set.of("a*(b)"), of("a*(b)"), "whatever it is called");
    }
}
