package io.wattwire.publish.http.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.wattwire.publish.control.Credential;
import java.io.ByteArrayInputStream;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class RefusedCommandsTest {

    private static final InetAddress CALLER = InetAddress.getLoopbackAddress();

    private final List<String> log = new ArrayList<>();
    private long nanos = -7;
    private final RefusedCommands commands = new RefusedCommands(() -> nanos, log::add);

    @Test
    void theFirstIsSaidAtOnceWithWhereItCameFrom() {
        commands.refused("POST", CALLER);
        assertEquals(
                List.of("refused a POST from 127.0.0.1: its secret is the one for reading"), log);
    }

    @Test
    void thoseOfOneMinuteAreOneLineAndTheOthersAreCounted() {
        for (int i = 0; i < 59; i++) {
            commands.refused("POST", CALLER);
            nanos += TimeUnit.SECONDS.toNanos(1);
        }
        assertEquals(1, log.size());
        nanos += TimeUnit.SECONDS.toNanos(1);
        commands.refused("PUT", CALLER);
        assertEquals(
                "refused a PUT from 127.0.0.1: its secret is the one for reading;"
                        + " 58 more were refused before it",
                log.get(1));
    }

    @Test
    void aCommandWithTheSecretForReadingIsToldWithoutTheSecret() throws Exception {
        DoorSettings settings =
                new DoorSettings(
                        CALLER,
                        0,
                        Optional.of(new Credential("may-command".toCharArray())),
                        Optional.of(new Credential("only-to-look".toCharArray())),
                        Set.of(),
                        Optional.empty());
        Guard guard = new Guard(settings, new Logins("test", () -> nanos), commands);
        guard.check(head("GET"), CALLER);
        assertEquals(List.of(), log);
        assertThrows(RequestFault.class, () -> guard.check(head("POST"), CALLER));
        assertEquals(1, log.size());
        assertFalse(log.get(0).contains("only-to-look"));
    }

    private static RequestHead head(String method) throws Exception {
        String text =
                method
                        + " /things/1 HTTP/1.1\r\nHost: localhost\r\n"
                        + "Authorization: Bearer only-to-look\r\n\r\n";
        return RequestHead.read(
                new ByteArrayInputStream(text.getBytes(StandardCharsets.ISO_8859_1)));
    }
}
