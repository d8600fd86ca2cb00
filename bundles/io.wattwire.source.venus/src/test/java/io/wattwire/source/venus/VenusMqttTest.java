package io.wattwire.source.venus;

import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.wattwire.broker.Broker;
import java.util.Map;
import org.eclipse.paho.client.mqttv3.MqttConnectOptions;
import org.junit.jupiter.api.Test;

class VenusMqttTest {

    private static Map<String, Object> at(int port) {
        return Map.of("host", "127.0.0.1", "port", port);
    }

    @Test
    void findsTheGxAndReadsWhatChanges() throws Exception {
        try (Broker broker = Broker.start(0);
                BrokerGx gx =
                        new BrokerGx(
                                "tcp://127.0.0.1:" + broker.port(), new MqttConnectOptions())) {
            GxSteps steps = new GxSteps(gx);
            try (VenusMqtt source = steps.onBroker(at(broker.port()))) {
                assertNotNull(source);
                steps.changesAreEmittedWithTheTimeOfTheirArrival();
                steps.aDeadMeterIsSilentHoweverOftenAnybodyAsks();
                assertTrue(gx.fullPublishes() >= 11, "ours and 10 of others");
            }
        }
    }

    @Test
    void aNetworkThatStallsMakesNothingFresh() throws Exception {
        try (Broker broker = Broker.start(0);
                StallingLink link = new StallingLink(broker.port());
                BrokerGx gx =
                        new BrokerGx(
                                "tcp://127.0.0.1:" + broker.port(), new MqttConnectOptions())) {
            GxSteps steps = new GxSteps(gx);
            try (VenusMqtt source =
                    steps.onBroker(
                            Map.of(
                                    "host",
                                    "127.0.0.1",
                                    "port",
                                    link.port(),
                                    "portal.id",
                                    BrokerGx.PORTAL))) {
                assertNotNull(source);
                steps.nothingThatTheNetworkKeptIsFresh(link);
            }
        }
    }
}
