package io.wattwire.cli;

import org.osgi.framework.FrameworkUtil;
import picocli.CommandLine.IVersionProvider;

/** The version is the bundle's. */
final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
        var bundle = FrameworkUtil.getBundle(Version.class);
        return new String[] {"wattwire " + (bundle == null ? "(tests)" : bundle.getVersion())};
    }
}
