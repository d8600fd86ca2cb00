package io.wattwire.device.driver;

import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.Map;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;

/** As much of a framework as a driver asks of one. */
public final class Framework {

    private final Map<Class<?>, Object> services = new HashMap<>();

    /** Offers a service that answers one method and nothing else. */
    public <T> Framework with(Class<T> service, String method, Object answer) {
        services.put(service, proxy(service, method, answer));
        return this;
    }

    /** Offers a service. */
    public <T> Framework with(Class<T> service, T offered) {
        services.put(service, offered);
        return this;
    }

    public BundleContext context() {
        return (BundleContext)
                Proxy.newProxyInstance(
                        getClass().getClassLoader(),
                        new Class<?>[] {BundleContext.class},
                        (proxy, called, args) ->
                                switch (called.getName()) {
                                    case "getServiceReference" -> reference((Class<?>) args[0]);
                                    case "getService" ->
                                            ((ServiceReference<?>) args[0]).getProperty("service");
                                    default -> throw new AssertionError(called);
                                });
    }

    private Object reference(Class<?> service) {
        Object found = services.get(service);
        return found == null ? null : proxy(ServiceReference.class, "getProperty", found);
    }

    private static <T> T proxy(Class<T> type, String method, Object answer) {
        return type.cast(
                Proxy.newProxyInstance(
                        Framework.class.getClassLoader(),
                        new Class<?>[] {type},
                        (proxy, called, args) -> {
                            if (!called.getName().equals(method)) {
                                throw new AssertionError(called);
                            }
                            return answer;
                        }));
    }
}
