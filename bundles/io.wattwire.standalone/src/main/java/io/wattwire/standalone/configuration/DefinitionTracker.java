package io.wattwire.standalone.configuration;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleEvent;
import org.osgi.util.tracker.BundleTracker;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps the definitions in step with the bundles that come and go. */
final class DefinitionTracker extends BundleTracker<List<Definition>> {
    private static final Logger LOG = LoggerFactory.getLogger(DefinitionTracker.class);
    private static final String FOLDER = "OSGI-INF/metatype";
    private static final String SUFFIX = ".xml";

    private final Definitions definitions;
    private final Consumer<Definition> added;

    /** With what to do after a definition was added. */
    DefinitionTracker(BundleContext context, Definitions definitions, Consumer<Definition> added) {
        // a bundle with lazy activation stays STARTING until a class of it is used
        super(context, Bundle.ACTIVE | Bundle.STARTING, null);
        this.definitions = definitions;
        this.added = added;
    }

    @Override
    public List<Definition> addingBundle(Bundle bundle, BundleEvent event) {
        List<Definition> found = new ArrayList<>();
        Enumeration<URL> files = bundle.findEntries(FOLDER, "*" + SUFFIX, false);
        while (files != null && files.hasMoreElements()) {
            read(bundle, files.nextElement()).ifPresent(found::add);
        }
        found.forEach(definitions::add);
        found.forEach(added);
        return found;
    }

    private static Optional<Definition> read(Bundle bundle, URL file) {
        String path = file.getPath();
        String pid = path.substring(path.lastIndexOf('/') + 1, path.length() - SUFFIX.length());
        try (InputStream in = file.openStream()) {
            return MetatypeReader.read(in, pid);
        } catch (IOException e) {
            LOG.warn("{} is not described: {}", bundle.getSymbolicName(), e.getMessage());
            return Optional.empty();
        }
    }

    @Override
    public void removedBundle(Bundle bundle, BundleEvent event, List<Definition> found) {
        found.forEach(definitions::remove);
    }
}
