package io.wattwire.device.driver;

import io.wattwire.device.link.LinkException;
import io.wattwire.device.model.Point;
import io.wattwire.device.model.RegisterTable;
import io.wattwire.device.model.Service;
import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.Set;
import org.eclipse.kura.KuraException;

/**
 * The assets that come with an instance of a table's driver: {@code <pid>-read}, {@code
 * <pid>-<service>} for each part of the device that answers and, where writing is allowed, {@code
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
    public boolean make(AssetMaker.Kura kura) throws LinkException, KuraException, IOException {
        running.session().identity();
        RegisterTable table = running.session().table();
        Set<String> given = running.session().ownersPoints();
        kura.make(readPid(), AssetChannels.reading(pid, table, given));
        if (isWritable() && table.points().stream().anyMatch(Point::writable)) {
            kura.make(controlPid(), AssetChannels.control(pid, table));
        }
        return hasAllParts(kura, table);
    }

    private boolean hasAllParts(AssetMaker.Kura kura, RegisterTable table)
            throws LinkException, KuraException, IOException {
        boolean all = true;
        for (Service service : running.session().services()) {
            if (kura.has(pid(service)) || !AssetChannels.hasAny(service, table)) {
                continue;
            }
            if (running.session().answers(service)) {
                kura.make(pid(service), AssetChannels.part(pid, service, table));
            } else {
                all = false;
            }
        }
        return all;
    }
}
