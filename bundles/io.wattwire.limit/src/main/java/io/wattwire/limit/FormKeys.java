package io.wattwire.limit;

import java.lang.reflect.Method;
import java.util.Set;
import java.util.TreeSet;

/** The names of all settings, as the form has them. */
final class FormKeys {

    static final Set<String> ALL = all();

    private FormKeys() {}

    private static Set<String> all() {
        Set<String> keys = new TreeSet<>();
        for (Method setting : Configuration.class.getMethods()) {
            keys.add(setting.getName().replace('_', '.'));
        }
        return Set.copyOf(keys);
    }
}
