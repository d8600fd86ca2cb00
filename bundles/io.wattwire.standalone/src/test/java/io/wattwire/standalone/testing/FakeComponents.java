package io.wattwire.standalone.testing;

import java.lang.reflect.Proxy;
import java.util.Map;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.ComponentContext;

/** Component contexts without a framework. */
public final class FakeComponents {
    private FakeComponents() {}

    /** A context of a component with these service properties. */
    public static ComponentContext context(Map<String, Object> properties) {
        Object reference =
                Proxy.newProxyInstance(
                        ServiceReference.class.getClassLoader(),
                        new Class<?>[] {ServiceReference.class},
                        (proxy, method, arguments) ->
                                method.getName().equals("getProperty")
                                        ? properties.get((String) arguments[0])
                                        : null);
        return (ComponentContext)
                Proxy.newProxyInstance(
                        ComponentContext.class.getClassLoader(),
                        new Class<?>[] {ComponentContext.class},
                        (proxy, method, arguments) ->
                                method.getName().equals("getServiceReference") ? reference : null);
    }
}
