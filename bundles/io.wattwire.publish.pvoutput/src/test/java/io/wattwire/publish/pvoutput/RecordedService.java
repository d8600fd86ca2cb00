package io.wattwire.publish.pvoutput;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * PVOutput on loopback: takes statuses and answers as it was recorded to, the refusals word by
 * word. Keeps what it took, as rows by date and time.
 */
public final class RecordedService implements AutoCloseable {

    static final String KEY = "5ecret0123456789abcdef";
    static final String SYSTEM = "4711";

    /** The paths, in order. */
    final List<String> calls = new CopyOnWriteArrayList<>();

    /** The fields of each call. */
    final List<Map<String, String>> fields = new CopyOnWriteArrayList<>();

    /** Statuses that were taken, as text of their fields or row. */
    final Map<String, String> taken = new ConcurrentHashMap<>();

    /** Labels of statuses that are refused. */
    final List<String> refused = new CopyOnWriteArrayList<>();

    /** Answers that override all others; empty for none. */
    volatile int status;

    volatile String body = "";
    volatile String remaining = "55";
    volatile String reset = "";

    /** What happens between a request and its answer. */
    volatile Consumer<String> between = path -> {};

    private final HttpServer server;

    public RecordedService() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 20);
        server.createContext("/", this::handle);
        server.start();
    }

    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/service/r2/";
    }

    /** From now on each request is answered as one was. */
    void always(String id) {
        status = Exchange.ALL.get(id).status();
        body = Exchange.ALL.get(id).answer();
    }

    void recover() {
        status = 0;
    }

    private void handle(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath().replace("/service/r2/", "");
        String form = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        String query = exchange.getRequestURI().getRawQuery();
        Map<String, String> request = decoded(query == null ? form : query);
        calls.add(path);
        fields.add(request);
        between.accept(path);
        boolean known =
                KEY.equals(exchange.getRequestHeaders().getFirst("X-Pvoutput-Apikey"))
                        && SYSTEM.equals(
                                exchange.getRequestHeaders().getFirst("X-Pvoutput-SystemId"));
        Exchange wrong = Exchange.ALL.get("pvoutput-14");
        if (status != 0) {
            answer(exchange, status, body);
        } else if (!known) {
            answer(exchange, wrong.status(), wrong.answer());
        } else {
            serve(exchange, path, request);
        }
    }

    private void serve(HttpExchange exchange, String path, Map<String, String> request)
            throws IOException {
        switch (path) {
            case "addstatus.jsp" -> add(exchange, request);
            case "addbatchstatus.jsp" -> answer(exchange, 200, batch(request.get("data")));
            case "addoutput.jsp" -> answer(exchange, 200, "OK 200: Added Output");
            default -> get(exchange);
        }
    }

    private void add(HttpExchange exchange, Map<String, String> request) throws IOException {
        String label = request.get("d") + "," + request.get("t");
        boolean bad = refused.contains(label);
        Exchange answer = Exchange.ALL.get(bad ? "pvoutput-13" : "pvoutput-07");
        if (!bad) {
            taken.put(label, request.toString());
        }
        answer(exchange, answer.status(), answer.answer());
    }

    private String batch(String data) {
        return List.of(data.split(";")).stream()
                .map(
                        row -> {
                            String label = row.substring(0, "20260131,14:05".length());
                            boolean bad = refused.contains(label);
                            if (!bad) {
                                taken.put(label, row);
                            }
                            return label + (bad ? ",0" : ",1");
                        })
                .collect(Collectors.joining(";"));
    }

    private void get(HttpExchange exchange) throws IOException {
        String asked = exchange.getRequestURI().toString().replace("/service/r2/", "");
        for (Exchange each : Exchange.ALL.values()) {
            if (each.method().equals("GET") && sameQuery(each.request(), asked)) {
                answer(exchange, each.status(), each.answer());
                return;
            }
        }
        answer(exchange, 400, "Bad request 400: No status found");
    }

    private static boolean sameQuery(String recorded, String asked) {
        return decoded(recorded.replaceFirst(".*\\?", ""))
                .equals(decoded(asked.replaceFirst(".*\\?", "")));
    }

    private static Map<String, String> decoded(String form) {
        Map<String, String> fields = new LinkedHashMap<>();
        for (String pair : form.split("&")) {
            String[] parts = pair.split("=", 2);
            if (parts.length == 2) {
                fields.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
            }
        }
        return fields;
    }

    private void answer(HttpExchange exchange, int code, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("X-Rate-Limit-Limit", "60");
        exchange.getResponseHeaders().add("X-Rate-Limit-Remaining", remaining);
        exchange.getResponseHeaders().add("X-Rate-Limit-Reset", reset);
        exchange.sendResponseHeaders(code, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
