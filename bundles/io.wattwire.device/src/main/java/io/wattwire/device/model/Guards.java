package io.wattwire.device.model;

import java.util.Set;

/** The column {@code models}: which models have something, all where it is empty. */
final class Guards {
    private Guards() {}

    static boolean allow(Set<String> models, String model) {
        return models.isEmpty() || models.contains(model);
    }

    /** Whether a model can have both. */
    static boolean meet(Set<String> models, Set<String> others) {
        return models.isEmpty() || others.isEmpty() || models.stream().anyMatch(others::contains);
    }
}
