package io.wattwire.limit;

import java.nio.file.Path;

/** Where a component keeps what has to outlive a restart. */
final class StateDirectory {

    private StateDirectory() {}

    /**
     * @param data Kura's data directory
     * @param pid of the component: a name that an installer chose, so not yet one of a directory
     */
    static Path of(String data, String pid) {
        String name = pid.replaceAll("[^A-Za-z0-9._-]", "_");
        // a name of dots only would lead out of the directory
        return Path.of(data, "wattwire", name.matches("\\.+") ? "limit" : name);
    }
}
