package io.wattwire.publish.mqtt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.eclipse.paho.client.mqttv3.MqttException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** How a session knocks at a broker that does not let it in. */
@Timeout(120)
class BrokerSessionTest {

    private static final byte[] NOT_AUTHORIZED = {0x20, 0x02, 0x00, 0x05};
    private static final int LEVEL_OF_3_1_1 = 4;

    /** The protocol levels of the clients that came. */
    private final List<Integer> levels = new CopyOnWriteArrayList<>();

    @Test
    void aRefusalIsNotAnsweredByKnockingAgain() throws Exception {
        ServerSocket broker = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        Thread door = new Thread(() -> refuseAll(broker));
        door.start();
        BrokerSession session = session(broker.getLocalPort());
        assertThrows(MqttException.class, session::begin);
        session.drop();
        broker.close();
        door.join();
        assertEquals(List.of(LEVEL_OF_3_1_1), levels);
    }

    private static BrokerSession session(int port) throws MqttException {
        MqttAccess access =
                new MqttAccess(
                        "tcp://127.0.0.1:" + port,
                        "test",
                        Optional.of("user"),
                        Optional.of("wrong".toCharArray()),
                        Optional.empty(),
                        30);
        return new BrokerSession("test", access, Presence.SILENT, List.of(), null);
    }

    private void refuseAll(ServerSocket broker) {
        while (!broker.isClosed()) {
            try (Socket socket = broker.accept()) {
                DataInputStream in = new DataInputStream(socket.getInputStream());
                in.readUnsignedShort(); // kind of packet and its length, which is short
                in.readUTF();
                levels.add(in.readUnsignedByte());
                socket.getOutputStream().write(NOT_AUTHORIZED);
                socket.getOutputStream().flush();
                in.readAllBytes();
            } catch (IOException gone) {
                continue; // the client has closed, or the test has ended
            }
        }
    }
}
