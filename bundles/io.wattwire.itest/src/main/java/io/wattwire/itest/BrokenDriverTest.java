package io.wattwire.itest;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.wattwire.itest.wait.Await;
import io.wattwire.simulator.Scenario;
import java.time.Duration;
import java.util.Dictionary;
import java.util.Hashtable;
import java.util.Map;
import org.eclipse.kura.driver.Driver;
import org.junit.jupiter.api.Test;
import org.osgi.framework.ServiceRegistration;

/** A driver that throws an Error is its asset's trouble, nobody else's. */
class BrokenDriverTest {
    private static final int ROUNDS = 4;

    @Test
    void anErrorLeavesTimerAndOtherAssetsRunning() throws Exception {
        BrokenDriver reading = new BrokenDriver(false);
        BrokenDriver prepared = new BrokenDriver(true);
        ServiceRegistration<Driver> first = register("broken-reading", reading);
        ServiceRegistration<Driver> second = register("broken-prepared", prepared);
        try (ZeroExportSite site = new ZeroExportSite(Scenario.steady(4_000, 600));
                LogTail log = new LogTail()) {
            add(site, "broken-reading");
            add(site, "broken-prepared");
            for (BrokenDriver each : new BrokenDriver[] {reading, prepared}) {
                Await.until(
                        "the timer goes on asking it",
                        Duration.ofSeconds(60),
                        () -> each.reads() >= ROUNDS,
                        each::reads);
            }
            site.recorder.awaitMore("meter", "grid_power", ROUNDS);
            site.assertRunsOn();
            String line = log.awaitOne("asset-of-broken-reading");
            assertTrue(line.contains("lost/in/an/Update"), line);
            log.awaitOne("asset-of-broken-prepared");
        } finally {
            first.unregister();
            second.unregister();
        }
    }

    private static ServiceRegistration<Driver> register(String pid, Driver driver) {
        Dictionary<String, Object> properties = new Hashtable<>(Map.of("kura.service.pid", pid));
        return Launch.context().registerService(Driver.class, driver, properties);
    }

    /** Before all others at the timer, where it could do the most harm. */
    private static void add(ZeroExportSite site, String driver) throws Exception {
        String asset = "asset-of-" + driver;
        site.load(
                new Snapshot()
                        .asset(asset, driver, "anything")
                        .receiver(site.graph(), "inverter-timer", asset));
    }
}
