package io.wattwire.driver.sessy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.wattwire.device.link.Credential;
import io.wattwire.device.link.Http;
import io.wattwire.device.model.Json;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A Sessy that knows nothing of our tables: it shows typed documents and keeps what is sent. */
final class DocumentServer implements AutoCloseable {

    private final Map<String, Object> documents;
    private final List<String> sent = new ArrayList<>();
    private final HttpServer server;

    DocumentServer(String model) throws IOException {
        documents = typed(model);
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 5);
        server.createContext("/", this::handle);
        server.start();
    }

    private static Map<String, Object> typed(String model) throws IOException {
        try (InputStream stream = DocumentServer.class.getResourceAsStream("documents.json")) {
            String text = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
            return object(Json.object(text).get(model));
        }
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> object(Object value) {
        return new LinkedHashMap<>((Map<String, Object>) value);
    }

    Http address() {
        return new Http("127.0.0.1", server.getAddress().getPort(), Credential.NONE);
    }

    /** Path and body of each POST, oldest first; forgets them. */
    synchronized List<String> sent() {
        List<String> since = List.copyOf(sent);
        sent.clear();
        return since;
    }

    private synchronized void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            Object document = documents.get(path);
            if (exchange.getRequestMethod().equals("POST")) {
                document = take(path, exchange.getRequestBody().readAllBytes());
            }
            String answer = document == null ? "not found" : Json.write(document);
            byte[] body = answer.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(document == null ? 404 : 200, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private Object take(String path, byte[] body) {
        Map<String, Object> told = Json.object(new String(body, StandardCharsets.UTF_8));
        sent.add(path + " " + Json.write(told));
        if (path.equals("/api/v1/power/setpoint")) {
            Map<String, Object> status = object(documents.get("/api/v1/power/status"));
            Map<String, Object> sessy = object(status.get("sessy"));
            sessy.put("power_setpoint", told.get("setpoint"));
            status.put("sessy", sessy);
            documents.put("/api/v1/power/status", status);
        } else {
            Map<String, Object> document = object(documents.get(path));
            document.putAll(told);
            documents.put(path, document);
        }
        return Map.of("status", "ok");
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
