package io.wattwire.driver.cms;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.wattwire.device.link.CmsTcp;
import io.wattwire.device.link.LinkPool;
import io.wattwire.device.model.Reading;
import io.wattwire.device.session.DeviceSession;
import io.wattwire.device.session.SessionSettings;
import io.wattwire.device.session.StateStore;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Sessions that others recorded, asked and decoded through the whole engine. */
@Timeout(180)
class CmsVectorsTest {

    private static final String DISCOVER = "aaaa010000000000000155";
    private static final String RESET = "aaaa010000000004000159";
    private static final String REGISTER = "aaaa0100000000010b3039333539414c30313201038c";
    private static final String VERSION = "aaaa01000001010300015a";
    private static final String PARAMETER_LAYOUT = "aaaa010000010101000158";
    private static final String STATUS = "aaaa010000010102000159";

    private final AtomicLong skipped = new AtomicLong();

    /** A line of the file. */
    record Vector(
            String id, String device, String request, String response, String kind, String told) {

        static Vector of(String line) {
            String[] cells = line.split(";", -1);
            return new Vector(cells[0], cells[2], cells[3], cells[4], cells[5], cells[6]);
        }

        @Override
        public String toString() {
            return id + " " + kind + " " + told;
        }
    }

    private static List<Vector> all() {
        try (BufferedReader reader =
                new BufferedReader(
                        new InputStreamReader(
                                CmsVectorsTest.class.getResourceAsStream("vectors.csv"),
                                StandardCharsets.UTF_8))) {
            return reader.lines()
                    .filter(line -> !line.startsWith("#") && !line.startsWith("id;"))
                    .map(Vector::of)
                    .toList();
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    private static Stream<Vector> decoded() {
        return all().stream().filter(v -> v.told().contains("="));
    }

    private static Stream<Vector> invalid() {
        return all().stream().filter(v -> v.kind().equals("invalid"));
    }

    /** What the recorded host asked is what we ask, so it answers us too. */
    private static RecordedLine recorded() throws IOException {
        RecordedLine line = new RecordedLine();
        List<String> known = new ArrayList<>();
        for (Vector vector : all()) {
            boolean good = !vector.kind().equals("invalid") && !vector.kind().equals("stream");
            if (good && !known.contains(vector.request())) {
                known.add(vector.request());
                line.answers(vector.request(), vector.response());
            }
        }
        return line;
    }

    private DeviceSession session(RecordedLine line, Duration deadline) {
        return new DeviceSession(
                new CmsDriver().family(),
                SessionSettings.of(new CmsTcp("127.0.0.1", line.port(), ""), 1)
                        .readDeadline(deadline)
                        .build(),
                "recorded",
                StateStore.inMemory(),
                new LinkPool(),
                () -> System.nanoTime() + skipped.get(),
                System::currentTimeMillis);
    }

    @ParameterizedTest
    @MethodSource("decoded")
    void aRecordedAnswerShowsItsValues(Vector vector) throws Exception {
        try (RecordedLine line = recorded()) {
            line.forget(vector.request());
            line.answers(vector.request(), vector.response());
            try (DeviceSession session = session(line, Duration.ofSeconds(8))) {
                List<String> pairs = Arrays.asList(vector.told().split("\\|"));
                List<String> names = pairs.stream().map(pair -> pair.split("=")[0]).toList();
                List<Reading> readings = session.prepare(names).read();
                for (int i = 0; i < pairs.size(); i++) {
                    Reading reading = readings.get(i);
                    assertTrue(reading.good(), reading.problem());
                    assertValue(pairs.get(i).split("=")[1], reading);
                }
            }
        }
    }

    private static void assertValue(String told, Reading reading) {
        if (reading.value() instanceof Number number) {
            assertEquals(Double.parseDouble(told), number.doubleValue(), 1e-9, reading.name());
        } else {
            assertEquals(told, reading.value(), reading.name());
        }
    }

    /** Reset, discovery, registration and questions are byte for byte the recorded ones. */
    @Test
    void theSessionIsTheRecordedOne() throws Exception {
        try (RecordedLine line = recorded();
                DeviceSession session = session(line, Duration.ofSeconds(8))) {
            List<Reading> readings =
                    session.prepare(List.of("model_name", "ac_power", "error", "grid_voltage_max"))
                            .read();
            assertTrue(readings.stream().allMatch(Reading::good), readings::toString);
            assertEquals(List.of(RESET, RESET, RESET), line.requests().subList(0, 3));
            assertEquals(DISCOVER, line.requests().get(3));
            List<String> asked =
                    new ArrayList<>(line.requests().subList(4, line.requests().size()));
            List<String> known = all().stream().map(Vector::request).toList();
            assertTrue(known.containsAll(asked), asked::toString);
            assertEquals(asked.stream().distinct().toList(), asked, "nothing is asked twice");
        }
    }

    /** A damaged, foreign or wrong answer is no value, and the next good one is. */
    @ParameterizedTest
    @MethodSource("invalid")
    void aWrongAnswerIsNoValue(Vector vector) throws Exception {
        String request = concerned(vector);
        try (RecordedLine line = recorded();
                DeviceSession session = session(line, Duration.ofMillis(700))) {
            line.forget(request);
            line.answers(request, vector.response());
            DeviceSession.Prepared prepared = session.prepare(List.of(nameOf(request)));
            for (int cycle = 0; cycle < 2; cycle++) {
                Reading wrong = prepared.read().get(0);
                assertFalse(wrong.good(), () -> "read " + wrong.value());
                assertFalse(wrong.problem().isBlank());
            }
            line.forget(request);
            line.answers(request, goodAnswer(request));
            assertComesBack(prepared);
        }
    }

    /** The registration of another inverter is refused as that of the recorded one would be. */
    private static String concerned(Vector vector) {
        if (vector.request().startsWith("aaaa0100000000010b")) {
            return REGISTER;
        }
        return vector.request().isEmpty() ? STATUS : vector.request();
    }

    private static String nameOf(String request) {
        return switch (request) {
            case PARAMETER_LAYOUT -> "grid_voltage_max";
            case VERSION -> "model_name";
            default -> "ac_power";
        };
    }

    private static String goodAnswer(String request) {
        return all().stream()
                .filter(v -> !v.kind().equals("invalid") && v.request().equals(request))
                .map(Vector::response)
                .findFirst()
                .orElseThrow();
    }

    /** Within two cycles of the time at which a failed value is tried again. */
    private void assertComesBack(DeviceSession.Prepared prepared) {
        Reading last = prepared.read().get(0);
        for (int cycle = 0; cycle < 4 && !last.good(); cycle++) {
            skipped.addAndGet(Duration.ofSeconds(61).toNanos());
            last = prepared.read().get(0);
        }
        assertTrue(last.good(), last.problem());
    }

    /** Noise before and behind a frame costs nothing. */
    @Test
    void noiseAroundAnAnswerCostsNothing() throws Exception {
        Vector noisy =
                all().stream().filter(v -> v.kind().equals("stream")).findFirst().orElseThrow();
        try (RecordedLine line = recorded();
                DeviceSession session = session(line, Duration.ofSeconds(8))) {
            line.forget(REGISTER);
            line.answers(REGISTER, noisy.response());
            Reading power = session.prepare(List.of("ac_power")).read().get(0);
            assertTrue(power.good(), power.problem());
            assertTrue(line.requests().contains(REGISTER));
            assertEquals(1, line.requests().stream().filter(REGISTER::equals).count());
        }
    }
}
