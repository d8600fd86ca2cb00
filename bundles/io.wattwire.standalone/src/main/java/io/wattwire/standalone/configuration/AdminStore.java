package io.wattwire.standalone.configuration;

import static org.eclipse.kura.configuration.ConfigurationService.KURA_SERVICE_PID;

import java.io.IOException;
import java.util.Collections;
import java.util.Dictionary;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.osgi.framework.Constants;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.service.cm.Configuration;
import org.osgi.service.cm.ConfigurationAdmin;

/** Configurations in OSGi's Configuration Admin: those that carry a {@code kura.service.pid}. */
final class AdminStore implements ConfigurationStore {
    /** Any bundle may use the configuration, also the next version at another location. */
    private static final String ANY_LOCATION = "?";

    private static final List<String> OF_OSGI =
            List.of(
                    Constants.SERVICE_PID,
                    ConfigurationAdmin.SERVICE_FACTORYPID,
                    ConfigurationAdmin.SERVICE_BUNDLELOCATION);

    private final ConfigurationAdmin admin;

    AdminStore(ConfigurationAdmin admin) {
        this.admin = admin;
    }

    @Override
    public Set<String> pids() throws IOException {
        Set<String> pids = new TreeSet<>();
        for (Configuration each : all()) {
            pids.add(pidOf(each));
        }
        return pids;
    }

    @Override
    public Optional<Entry> find(String pid) throws IOException {
        return configuration(pid)
                .map(c -> new Entry(pid, c.getFactoryPid(), toMap(c.getProperties())));
    }

    @Override
    public void put(Entry entry) throws IOException {
        Optional<Configuration> existing = configuration(entry.pid());
        Configuration configuration;
        if (existing.isPresent()) {
            configuration = existing.get();
        } else if (entry.factoryPid() == null) {
            configuration = admin.getConfiguration(entry.pid(), ANY_LOCATION);
        } else {
            configuration = admin.createFactoryConfiguration(entry.factoryPid(), ANY_LOCATION);
        }
        Map<String, Object> properties = new TreeMap<>(entry.properties());
        OF_OSGI.forEach(properties::remove);
        properties.put(KURA_SERVICE_PID, entry.pid());
        configuration.updateIfDifferent(new Hashtable<>(properties));
    }

    @Override
    public void delete(String pid) throws IOException {
        Optional<Configuration> existing = configuration(pid);
        if (existing.isPresent()) {
            existing.get().delete();
        }
    }

    private Optional<Configuration> configuration(String pid) throws IOException {
        return all().stream().filter(c -> pidOf(c).equals(pid)).findFirst();
    }

    private List<Configuration> all() throws IOException {
        try {
            Configuration[] found = admin.listConfigurations("(" + KURA_SERVICE_PID + "=*)");
            return found == null ? List.of() : List.of(found);
        } catch (InvalidSyntaxException e) {
            throw new IllegalStateException(e); // the filter is a constant
        }
    }

    private static String pidOf(Configuration configuration) {
        return String.valueOf(configuration.getProperties().get(KURA_SERVICE_PID));
    }

    private static Map<String, Object> toMap(Dictionary<String, Object> dictionary) {
        Map<String, Object> map = new TreeMap<>();
        for (String key : Collections.list(dictionary.keys())) {
            map.put(key, dictionary.get(key));
        }
        OF_OSGI.forEach(map::remove);
        return map;
    }
}
