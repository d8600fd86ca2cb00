package io.wattwire.device.driver;

import io.wattwire.device.link.LinkException;
import io.wattwire.device.model.Point;
import io.wattwire.device.model.RegisterTable;
import io.wattwire.device.model.Service;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * The assets that come with an instance of a table's driver: {@code <pid>-read}, {@code
 * <pid>-<service>} for each part of the device that is there and, where writing is allowed, {@code
 * <pid>-control}. What is in them depends on the model, so the device is asked for it.
 */
final class ReadyAssets implements AssetMaker.Wanted {

    private final String pid;
    private final Running running;

    ReadyAssets(String pid, Running running) {
        this.pid = pid;
        this.running = running;
    }

    @Override
    public Set<String> pids() {
        Set<String> pids = new LinkedHashSet<>();
        pids.add(readPid());
        running.session().services().forEach(service -> pids.add(pid(service)));
        if (isWritable()) {
            pids.add(controlPid());
        }
        return pids;
    }

    private boolean isWritable() {
        return running.configuration().session().writeEnabled();
    }

    private String readPid() {
        return pid + "-read";
    }

    private String controlPid() {
        return pid + "-control";
    }

    private String pid(Service service) {
        return pid + "-" + service.name();
    }

    @Override
    public Map<String, Map<String, Object>> assets() throws LinkException {
        running.session().identity();
        RegisterTable table = running.session().table();
        Set<String> given = running.session().ownersPoints();
        Map<String, Map<String, Object>> assets = new LinkedHashMap<>();
        assets.put(readPid(), AssetChannels.reading(pid, table, given));
        for (Service service : running.session().services()) {
            if (AssetChannels.hasAny(service, table)) {
                assets.put(pid(service), AssetChannels.part(pid, service, table));
            }
        }
        if (isWritable() && table.points().stream().anyMatch(Point::writable)) {
            assets.put(controlPid(), AssetChannels.control(pid, table));
        }
        return assets;
    }
}
