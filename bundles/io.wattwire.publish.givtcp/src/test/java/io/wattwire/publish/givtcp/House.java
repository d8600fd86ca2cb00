package io.wattwire.publish.givtcp;

import io.wattwire.device.driver.DeviceView;
import io.wattwire.driver.givenergy.GivEnergyDriver;
import io.wattwire.publish.control.Plant;
import java.io.IOException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.eclipse.kura.asset.Asset;
import org.eclipse.kura.asset.AssetConfiguration;
import org.eclipse.kura.channel.Channel;
import org.eclipse.kura.channel.ChannelType;
import org.eclipse.kura.type.DataType;

/**
 * A gateway with the real driver on a simulated dongle, and an asset with all that commands use.
 */
final class House implements Plant, AutoCloseable {

    static final String SERIAL = "FE1234G567";
    static final String ASSET = "inverter-control";

    /** Its values are on another asset of the same driver. */
    static final String READ = "inverter";

    private static final String REGISTERS =
            "battery_.*|active_power_rate|enable_rtc|(dis)?charge_slot_[1-3]_(start|end)";
    private static final String DRIVER = "inverter-driver";

    volatile Dongle dongle;
    private volatile GivEnergyDriver driver;
    private final Map<String, Channel> channels = new LinkedHashMap<>();

    House() throws IOException {
        begin();
        device(DRIVER)
                .orElseThrow()
                .operations()
                .forEach(it -> channel(it.name(), DataType.STRING));
        device(DRIVER).orElseThrow().table().registers().stream()
                .filter(it -> it.name().matches(REGISTERS) && it.access().writable())
                .forEach(it -> channel(it.name(), DataType.valueOf(it.valueKind().name())));
        device(DRIVER).orElseThrow().table().points().stream()
                .filter(it -> it.writable())
                .forEach(it -> channel(it.name(), DataType.DOUBLE));
    }

    /** Another inverter in its place; of one only so many settings are written in a day. */
    void renew() throws IOException {
        end();
        begin();
    }

    private void begin() throws IOException {
        dongle = new Dongle();
        driver = new GivEnergyDriver();
        Map<String, Object> properties = new HashMap<>();
        properties.put("kura.service.pid", DRIVER);
        properties.put("connection", "givenergy");
        properties.put("host", "127.0.0.1");
        properties.put("port", dongle.port());
        properties.put("model", "gen3");
        properties.put("read.deadline.ms", 10_000);
        properties.put("pause.ms", 0);
        properties.put("connect.delay.ms", 0);
        properties.put("write.enabled", true);
        properties.put("assets.create", false);
        driver.activate(null, properties);
    }

    private void channel(String name, DataType type) {
        channels.put(
                name,
                new Channel(
                        name,
                        ChannelType.WRITE,
                        type,
                        Map.of("+name", name, "+value.type", type.name())));
    }

    /** Every channel that commands use, as an owner would list them. */
    String everything() {
        StringBuilder list = new StringBuilder();
        channels.keySet().stream()
                .filter(name -> !name.startsWith("smart_load"))
                .forEach(name -> list.append(ASSET).append('/').append(name).append(';'));
        return list.toString();
    }

    @Override
    public Optional<Asset> asset(String pid) {
        return pid.equals(ASSET) || pid.equals(READ)
                ? Optional.of(
                        new ControlAsset(driver, new AssetConfiguration("", DRIVER, channels)))
                : Optional.empty();
    }

    @Override
    public Optional<DeviceView> device(String driverPid) {
        return driver.view();
    }

    @Override
    public boolean has(String pid) {
        return pid.equals(ASSET);
    }

    private void end() {
        driver.deactivate();
        dongle.close();
    }

    @Override
    public void close() {
        end();
    }
}
