package io.wattwire.device.link;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Looks for Solarman loggers by UDP, on demand only. Loggers answer with address, MAC address and
 * serial (ha-solarman, pysolarmanv5).
 */
public final class SolarmanDiscovery {

    /** Where loggers listen for it. */
    public static final int PORT = 48_899;

    private static final List<String> QUESTIONS =
            List.of("WIFIKIT-214028-READ", "HF-A11ASSISTHREAD");
    private static final Pattern ANSWER =
            Pattern.compile("[0-9.]{7,15},([0-9A-Fa-f:]{12,17}),([0-9]{1,10})\\s*");
    private static final int LONGEST_ANSWER = 256;
    private static final int MOST = 1_000;

    private SolarmanDiscovery() {}

    /**
     * A logger that answered.
     *
     * @param host address that the answer came from
     * @param mac its MAC address, as it says
     * @param serial its serial
     */
    public record Logger(String host, String mac, long serial) {}

    /**
     * Asks and waits for answers.
     *
     * @param targets broadcast addresses or loggers, with the port to ask at
     * @param wait how long answers are waited for
     * @return who answered, by serial, each once; 1000 at most
     * @throws IOException if nothing can be sent
     */
    public static List<Logger> ask(Collection<InetSocketAddress> targets, Duration wait)
            throws IOException {
        try (DatagramSocket socket = new DatagramSocket()) {
            socket.setBroadcast(true);
            for (InetSocketAddress target : targets) {
                for (String question : QUESTIONS) {
                    byte[] bytes = question.getBytes(StandardCharsets.US_ASCII);
                    socket.send(new DatagramPacket(bytes, bytes.length, target));
                }
            }
            return List.copyOf(answers(socket, Deadline.in(wait)).values());
        }
    }

    private static Map<Long, Logger> answers(DatagramSocket socket, Deadline deadline)
            throws IOException {
        Map<Long, Logger> found = new TreeMap<>();
        DatagramPacket packet = new DatagramPacket(new byte[LONGEST_ANSWER], LONGEST_ANSWER);
        while (!deadline.passed() && found.size() < MOST) {
            long left = TimeUnit.NANOSECONDS.toMillis(deadline.remainingNanos());
            socket.setSoTimeout((int) Math.max(1, left));
            packet.setLength(LONGEST_ANSWER);
            try {
                socket.receive(packet);
            } catch (SocketTimeoutException noMore) {
                return found;
            }
            logger(packet).ifPresent(logger -> found.put(logger.serial(), logger));
        }
        return found;
    }

    private static Optional<Logger> logger(DatagramPacket packet) {
        String text =
                new String(packet.getData(), 0, packet.getLength(), StandardCharsets.US_ASCII);
        Matcher answer = ANSWER.matcher(text);
        String host = packet.getAddress().getHostAddress();
        return answer.matches()
                ? Optional.of(new Logger(host, answer.group(1), Long.parseLong(answer.group(2))))
                : Optional.empty();
    }

    /**
     * Tells where all devices of a network can be asked at once.
     *
     * @param subnet such as {@code 192.168.1.0/24}; 8 to 32 bits
     * @return the broadcast address
     * @throws IllegalArgumentException if it is no IPv4 network
     */
    public static InetAddress broadcast(String subnet) {
        try {
            return InetAddress.getByName(Subnet.parse(subnet).broadcast());
        } catch (IOException impossible) {
            throw new IllegalArgumentException(subnet, impossible);
        }
    }
}
