package io.wattwire.source.venus;

import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.wattwire.broker.Broker;
import java.util.Map;
import org.eclipse.paho.client.mqttv3.MqttConnectOptions;
import org.junit.jupiter.api.Test;

class VenusMqttTest {

    private static Map<String, Object> at(int port) {
        return Map.of("host", "127.0.0.1", "port", String.valueOf(port));
    }

    @Test
    void findsTheGxAndReadsWhatChanges() throws Exception {
        try (Broker broker = Broker.start(0);
                FakeGx gx =
                        new FakeGx("tcp://127.0.0.1:" + broker.port(), new MqttConnectOptions())) {
            GxOnABroker steps = new GxOnABroker(gx);
            try (VenusMqtt source = steps.source(at(broker.port()))) {
                assertNotNull(source);
                steps.changesAreEmittedWithTheTimeOfTheirArrival();
                steps.aDeadMeterIsSilentHoweverOftenAnybodyAsks();
                assertTrue(gx.fullPublishes() >= 21, "ours and 20 of others");
            }
        }
    }

    @Test
    void aNetworkThatStallsMakesNothingFresh() throws Exception {
        try (Broker broker = Broker.start(0);
                StallingLink link = new StallingLink(broker.port());
                FakeGx gx =
                        new FakeGx("tcp://127.0.0.1:" + broker.port(), new MqttConnectOptions())) {
            GxOnABroker steps = new GxOnABroker(gx);
            try (VenusMqtt source = steps.source(at(link.port()))) {
                assertNotNull(source);
                steps.nothingThatTheNetworkKeptIsFresh(link);
            }
        }
    }
}
