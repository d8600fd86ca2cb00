package io.wattwire.standalone.system;

import java.nio.file.Path;
import org.eclipse.kura.system.SystemService;

/** System services outside of a framework. */
public final class SystemServices {
    private SystemServices() {}

    /** One with its data in a directory. */
    public static SystemService create(Path data) {
        return new LocalSystemService(null, data);
    }
}
