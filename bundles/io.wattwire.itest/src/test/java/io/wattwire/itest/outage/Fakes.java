package io.wattwire.itest.outage;

import java.lang.reflect.Proxy;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import org.eclipse.kura.wire.WireHelperService;
import org.eclipse.kura.wire.WireRecord;
import org.eclipse.kura.wire.WireSupport;

/** A framework's services, as far as a publisher asks them. */
final class Fakes {

    private Fakes() {}

    /** Answers each call with the same, where it fits. */
    static <T> T answering(Class<T> type, Object answer) {
        return type.cast(
                Proxy.newProxyInstance(
                        type.getClassLoader(),
                        new Class<?>[] {type},
                        (proxy, method, with) -> fitting(method.getReturnType(), answer)));
    }

    private static Object fitting(Class<?> type, Object answer) {
        if (type == int.class) {
            return 1;
        }
        if (type == long.class) {
            return 1L;
        }
        if (type == Collection.class) {
            return List.of();
        }
        return type.isInstance(answer) ? answer : null;
    }

    /** Hears what is emitted. */
    static WireHelperService wires(Consumer<WireRecord> emitted) {
        Object support =
                Proxy.newProxyInstance(
                        WireSupport.class.getClassLoader(),
                        new Class<?>[] {WireSupport.class},
                        (proxy, method, with) -> {
                            if (method.getName().equals("emit")) {
                                ((Iterable<?>) with[0])
                                        .forEach(it -> emitted.accept((WireRecord) it));
                            }
                            return null;
                        });
        return answering(WireHelperService.class, support);
    }
}
