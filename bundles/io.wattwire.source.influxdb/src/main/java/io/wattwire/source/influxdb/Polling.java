package io.wattwire.source.influxdb;

import io.wattwire.device.source.Emission;
import io.wattwire.device.source.reason.Reason;
import io.wattwire.publish.http.BoundedBody;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks again and again, and emits what is newer than the last time: what the database still
 * remembers of a dead meter never looks like a fresh value. One log line for each change.
 */
final class Polling implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Polling.class);

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int LONGEST_ANSWER = 1 << 20;
    private static final int OK = 200;

    private final String owner;
    private final InfluxSettings settings;
    private final Emission emission;
    private final HttpClient client =
            HttpClient.newBuilder()
                    .connectTimeout(PATIENCE)
                    .followRedirects(HttpClient.Redirect.NEVER)
                    .build();
    private final ScheduledExecutorService thread;
    private final Map<String, Long> seen = new HashMap<>();
    private boolean failing;

    Polling(String owner, InfluxSettings settings, Emission emission) {
        this.owner = owner;
        this.settings = settings;
        this.emission = emission;
        thread =
                Executors.newSingleThreadScheduledExecutor(
                        task -> {
                            Thread worker = new Thread(task, "wattwire-influxdb-" + owner);
                            worker.setDaemon(true);
                            return worker;
                        });
        long interval = settings.interval().toMillis();
        thread.scheduleWithFixedDelay(this::ask, 0, interval, TimeUnit.MILLISECONDS);
    }

    private void ask() {
        try {
            Rows rows = Rows.parse(answer());
            if (failing) {
                LOG.info("{}: {} answers again", owner, settings);
            }
            failing = false;
            emitNew(rows);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } catch (IOException | RuntimeException problem) {
            if (!failing) {
                LOG.warn("{}: no values from {}: {}", owner, settings, Reason.of(problem));
            }
            failing = true;
        }
    }

    private void emitNew(Rows rows) {
        Map<String, Double> fresh = new HashMap<>();
        long newest = 0;
        for (Map.Entry<String, Rows.Cell> cell : rows.cells().entrySet()) {
            long time = cell.getValue().timeMillis();
            if (time > seen.getOrDefault(cell.getKey(), Long.MIN_VALUE)) {
                seen.put(cell.getKey(), time);
                fresh.put(cell.getKey(), cell.getValue().value());
                newest = Math.max(newest, time);
            }
        }
        emission.emit(Columns.meant(fresh), newest);
    }

    private String answer() throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(settings.query()).timeout(PATIENCE);
        if (!settings.authorization().isEmpty()) {
            request.header("Authorization", settings.authorization());
        }
        CompletableFuture<HttpResponse<String>> call =
                client.sendAsync(request.build(), info -> BoundedBody.whole(LONGEST_ANSWER));
        try {
            return checked(call.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException late) {
            throw new IOException("no whole answer within " + PATIENCE.toSeconds() + " s", late);
        } catch (ExecutionException failed) {
            throw new IOException(failed.getCause());
        } finally {
            call.cancel(true);
        }
    }

    private static String checked(HttpResponse<String> response) throws IOException {
        if (response.statusCode() == 401 || response.statusCode() == 403) {
            throw new IOException("it refuses us; check username, password or token");
        }
        if (response.statusCode() != OK) {
            throw new IOException("status " + response.statusCode());
        }
        return response.body();
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
