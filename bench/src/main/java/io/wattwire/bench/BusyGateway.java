package io.wattwire.bench;

import io.wattwire.broker.Broker;
import io.wattwire.device.link.LinkPool;
import io.wattwire.device.link.Tcp;
import io.wattwire.device.model.Access;
import io.wattwire.device.model.DeviceFamily;
import io.wattwire.device.model.Register;
import io.wattwire.device.session.DeviceSession;
import io.wattwire.device.session.SessionSettings;
import io.wattwire.device.session.StateStore;
import io.wattwire.driver.growatt.GrowattDriver;
import io.wattwire.driver.sdm.SdmDriver;
import io.wattwire.simulator.Scenario;
import io.wattwire.simulator.Simulation;
import io.wattwire.simulator.device.TableDevice;
import io.wattwire.standalone.kapua.KapuaPayload;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.eclipse.kura.message.KuraPayload;
import org.eclipse.paho.client.mqttv3.MqttClient;
import org.eclipse.paho.client.mqttv3.MqttException;
import org.eclipse.paho.client.mqttv3.persist.MemoryPersistence;

/**
 * What else a gateway does: five devices are read ten times a second with all their registers, and
 * three publishers send forty values each as often. The devices and the broker are in the process,
 * too, which makes it busier than a gateway is.
 */
final class BusyGateway implements AutoCloseable {

    private static final long PERIOD_MS = 100;
    private static final int PUBLISHERS = 3;
    private static final int VALUES = 40;
    private static final int AT_LEAST_ONCE = 1;
    private static final List<String> DEVICES =
            List.of("sdm630", "sdm630", "sdm230", "sdm120", "min");

    private final ScheduledExecutorService threads =
            Executors.newScheduledThreadPool(DEVICES.size() + PUBLISHERS);
    private final LinkPool pool = new LinkPool();
    private final List<AutoCloseable> parts = new ArrayList<>();

    /** Begins to be busy. */
    BusyGateway() throws Exception {
        for (String model : DEVICES) {
            read(model);
        }
        Broker broker = Broker.start(0);
        parts.add(broker);
        for (int i = 0; i < PUBLISHERS; i++) {
            publish(broker.port(), "busy-" + i);
        }
    }

    private void read(String model) throws Exception {
        DeviceFamily family =
                model.equals("min") ? new GrowattDriver().family() : new SdmDriver().family();
        Simulation simulation =
                Simulation.of(Scenario.steady(0, 0))
                        .device(model, 1, plant -> TableDevice.of(family, model))
                        .tcp(0)
                        .start();
        parts.add(simulation);
        DeviceSession session =
                new DeviceSession(
                        family,
                        SessionSettings.of(new Tcp("127.0.0.1", simulation.tcpPort()), 1)
                                .model(model)
                                .build(),
                        model,
                        StateStore.inMemory(),
                        pool,
                        System::nanoTime,
                        System::currentTimeMillis);
        parts.add(session);
        DeviceSession.Prepared everything =
                session.prepare(
                        session.table().registers().stream()
                                .filter(register -> register.access() != Access.W)
                                .map(Register::name)
                                .toList());
        repeat(everything::read);
    }

    private void publish(int port, String name) throws MqttException {
        MqttClient client =
                new MqttClient("tcp://127.0.0.1:" + port, name, new MemoryPersistence());
        client.connect();
        parts.add(client::close);
        parts.add(client::disconnect);
        repeat(() -> send(client, name));
    }

    private static void send(MqttClient client, String topic) {
        KuraPayload payload = new KuraPayload();
        for (int i = 0; i < VALUES; i++) {
            payload.addMetric("value_" + i, System.nanoTime() / 1e3);
        }
        try {
            client.publish(topic, KapuaPayload.encode(payload, false), AT_LEAST_ONCE, false);
        } catch (MqttException e) {
            throw new IllegalStateException(e);
        }
    }

    private void repeat(Runnable task) {
        threads.scheduleAtFixedRate(task, 0, PERIOD_MS, TimeUnit.MILLISECONDS);
    }

    @Override
    public void close() throws IOException {
        threads.shutdown();
        try {
            threads.awaitTermination(10, TimeUnit.SECONDS);
            for (int i = parts.size() - 1; i >= 0; i--) {
                parts.get(i).close();
            }
        } catch (Exception problem) {
            throw new IOException("the other things of the gateway do not end", problem);
        }
    }
}
