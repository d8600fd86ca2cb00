package io.wattwire.itest.outage;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;

/** An InfluxDB that takes lines. */
final class Database implements Server {

    private final Pattern number;
    private final List<Integer> numbers = new ArrayList<>();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpServer server;
    private volatile boolean up;
    private volatile CountDownLatch mute = new CountDownLatch(0);

    /** With what finds the number and the time of a line. */
    Database(String number) throws IOException {
        this.number = Pattern.compile(number);
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 5);
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    private void handle(HttpExchange exchange) throws IOException {
        boolean packed = "gzip".equals(exchange.getRequestHeaders().getFirst("Content-Encoding"));
        InputStream sent = exchange.getRequestBody();
        byte[] body = (packed ? new GZIPInputStream(sent) : sent).readAllBytes();
        if (up) {
            keep(new String(body, StandardCharsets.UTF_8));
            try {
                mute.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        exchange.sendResponseHeaders(up ? 204 : 503, -1);
        exchange.close();
    }

    private synchronized void keep(String lines) {
        Matcher matcher = number.matcher(lines);
        while (matcher.find()) {
            int found = Integer.parseInt(matcher.group(1));
            if (Drill.time(found) != Long.parseLong(matcher.group(2))) {
                throw new AssertionError(matcher.group());
            }
            numbers.add(found);
        }
    }

    @Override
    public String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    @Override
    public void up() {
        up = true;
    }

    @Override
    public boolean mute(boolean on) {
        mute.countDown();
        mute = new CountDownLatch(on ? 1 : 0);
        return true;
    }

    @Override
    public synchronized List<Integer> numbers() {
        return List.copyOf(numbers);
    }

    @Override
    public void close() {
        mute(false);
        server.stop(0);
        threads.shutdownNow();
    }
}
