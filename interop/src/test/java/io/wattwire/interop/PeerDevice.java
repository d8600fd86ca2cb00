package io.wattwire.interop;

import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A device that pymodbus serves, on one TCP port of loopback. It tells every write that reaches it;
 * a test names those that it expects, and none other may come.
 */
final class PeerDevice implements AutoCloseable {
    private static final Duration START = Duration.ofSeconds(90);

    /**
     * One register or several that must not be torn apart, as {@code 100/2716=0 2500}: unit id,
     * address, words.
     */
    private record Value(int unit, int address, List<Integer> words) {
        static Value of(String text) {
            String[] parts = text.split("[/=]");
            return new Value(
                    Integer.parseInt(parts[0]), Integer.parseInt(parts[1]), words(parts[2]));
        }

        private static List<Integer> words(String text) {
            return Arrays.stream(text.split(" ")).map(w -> Integer.parseInt(w) & 0xFFFF).toList();
        }

        @Override
        public String toString() {
            return unit + "/" + address + "=" + words;
        }
    }

    /** One request that wrote. */
    record Write(double seconds, int unit, int function, int address, List<Integer> words) {
        static Write of(String text) {
            String[] parts = text.split(" ", 5);
            return new Write(
                    Double.parseDouble(parts[0]),
                    Integer.parseInt(parts[1]),
                    Integer.parseInt(parts[2]),
                    Integer.parseInt(parts[3]),
                    Value.words(parts[4]));
        }

        private boolean isAllOf(List<String> values) {
            int from = 0;
            for (String text : values) {
                Value value = Value.of(text);
                if (!holds(value, from)) {
                    return false;
                }
                from += value.words().size();
            }
            return from == words.size();
        }

        private boolean holds(Value value, int from) {
            int to = from + value.words().size();
            return unit == value.unit()
                    && address + from == value.address()
                    && to <= words.size()
                    && words.subList(from, to).equals(value.words());
        }
    }

    private final Program server;
    private final String port;
    private final List<Write> seen = new ArrayList<>();

    private PeerDevice(Program server) throws InterruptedException {
        this.server = server;
        this.port = server.await("port (\\d+)", START);
    }

    /**
     * Starts one.
     *
     * @param name of the file that says what its registers hold at first
     */
    static PeerDevice start(String name) throws Exception {
        return new PeerDevice(
                Program.start(
                        "/usr/bin/python3",
                        file("pymodbus_device.py"),
                        file("devices/" + name + ".json")));
    }

    private static String file(String name) throws URISyntaxException {
        return Path.of(PeerDevice.class.getResource("/" + name).toURI()).toString();
    }

    String address() {
        return "127.0.0.1:" + port;
    }

    /**
     * Waits for these writes and no others, in this order. Neighbours may share a request.
     *
     * @return the requests
     */
    List<Write> sees(Duration bound, String... values) throws InterruptedException {
        return see(bound, true, values);
    }

    /** Waits for these writes and no others, in whatever order. */
    List<Write> seesInAnyOrder(Duration bound, String... values) throws InterruptedException {
        return see(bound, false, values);
    }

    private List<Write> see(Duration bound, boolean ordered, String... values)
            throws InterruptedException {
        List<Value> wanted = new ArrayList<>(Arrays.stream(values).map(Value::of).toList());
        List<Write> requests = new ArrayList<>();
        while (!wanted.isEmpty()) {
            Write write = next(bound);
            requests.add(write);
            take(write, wanted, ordered);
        }
        return requests;
    }

    private Write next(Duration bound) throws InterruptedException {
        Write write = Write.of(server.await("^write (.*)", bound));
        seen.add(write);
        return write;
    }

    /**
     * Waits for one request, which may come several times, then for another one, and for no third.
     *
     * @return the requests
     */
    List<Write> seesRepeated(Duration bound, List<String> request, List<String> last)
            throws InterruptedException {
        List<Write> requests = new ArrayList<>();
        Write write = next(bound);
        while (write.isAllOf(request)) {
            requests.add(write);
            write = next(bound);
        }
        if (!write.isAllOf(last)) {
            throw unexpected(write, last.stream().map(Value::of).toList());
        }
        requests.add(write);
        return requests;
    }

    private void take(Write write, List<Value> wanted, boolean ordered) {
        int from = 0;
        while (from < write.words().size()) {
            int at = from;
            Value value =
                    wanted.stream()
                            .limit(ordered ? 1 : wanted.size())
                            .filter(candidate -> write.holds(candidate, at))
                            .findFirst()
                            .orElseThrow(() -> unexpected(write, wanted));
            from += value.words().size();
            wanted.remove(value);
        }
    }

    private AssertionError unexpected(Write write, List<Value> wanted) {
        return new AssertionError(
                "the device saw " + write + " but should see " + wanted + "; all it saw: " + seen);
    }

    /** Ends the device; a write that no test step expected is a failure. */
    void sawNothingElse() throws InterruptedException {
        List<String> rest = server.stop().stream().filter(l -> l.startsWith("write ")).toList();
        if (!rest.isEmpty()) {
            throw new AssertionError("the device saw also " + rest + " after " + seen);
        }
    }

    @Override
    public void close() {
        server.close();
    }
}
