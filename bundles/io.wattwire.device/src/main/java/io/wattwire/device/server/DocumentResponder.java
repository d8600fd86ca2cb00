package io.wattwire.device.server;

import io.wattwire.device.link.Credential;
import io.wattwire.device.link.ModbusPdu;
import io.wattwire.device.model.Documents;
import io.wattwire.device.model.Json;
import io.wattwire.device.model.Register;
import io.wattwire.device.model.RegisterKind;
import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

/**
 * Answers as a device with an HTTP interface: its JSON documents show the registers of a bank, and
 * what is sent to it is written there. One request on each connection.
 */
final class DocumentResponder implements Conversant {

    private static final String NOT_JSON = "<html><body>It works!</body></html>";

    private final Documents documents;
    private final Credential credential;
    private final int unit;
    private final Units units;
    private final Misbehaviour misbehaviour;
    private final CountDownLatch stopped;

    DocumentResponder(
            Documents documents,
            Credential credential,
            int unit,
            Units units,
            Misbehaviour misbehaviour,
            CountDownLatch stopped) {
        this.documents = documents;
        this.credential = credential;
        this.unit = unit;
        this.units = units;
        this.misbehaviour = misbehaviour;
        this.stopped = stopped;
    }

    @Override
    public void serve(Peer peer) throws IOException {
        Optional<HttpRequestReader.Request> request = HttpRequestReader.read(peer);
        RegisterBank bank = units.find(unit);
        if (request.isEmpty() || bank == null) {
            return;
        }
        if (!credential.isNone() && !credential.isSaidBy(request.get().authorization())) {
            peer.write(HttpAnswer.of(401, "unauthorized"));
            return;
        }
        Optional<byte[]> concerned = concerned(request.get());
        if (concerned.isEmpty()) {
            peer.write(HttpAnswer.of(404, "not found"));
            return;
        }
        deliver(misbehaviour.on(unit, concerned.get()), request.get(), bank, peer);
    }

    /** The request in Modbus terms, for whoever decides how to answer it. */
    private Optional<byte[]> concerned(HttpRequestReader.Request request) {
        if (request.method().equals("GET")) {
            List<Register> registers = documents.readFrom(request.path());
            return registers.isEmpty()
                    ? Optional.empty()
                    : Optional.of(
                            ModbusPdu.readRequest(
                                    registers.get(0).kind(), first(registers), span(registers)));
        }
        return sent(request).entrySet().stream()
                .findFirst()
                .map(it -> ModbusPdu.writeMultiple(it.getKey().address(), it.getValue()));
    }

    private static int first(List<Register> registers) {
        return registers.stream().mapToInt(Register::address).min().orElseThrow();
    }

    private static int span(List<Register> registers) {
        int end =
                registers.stream()
                        .mapToInt(register -> register.address() + register.type().words())
                        .max()
                        .orElseThrow();
        return Math.min(ModbusPdu.MAX_READ_WORDS, end - first(registers));
    }

    private Map<Register, int[]> sent(HttpRequestReader.Request request) {
        try {
            return documents.taken(request.path(), Json.object(request.body()));
        } catch (IllegalArgumentException noJson) {
            return Map.of();
        }
    }

    private void deliver(
            Answer answer, HttpRequestReader.Request request, RegisterBank bank, Peer peer)
            throws IOException {
        byte[] bytes = bytes(answer, request, bank);
        Sending.pause(answer.delay(), stopped);
        if (answer.body() == Answer.Body.HANG_UP) {
            peer.hangUp();
            return;
        }
        if (answer.times() == 0 || bytes.length == 0) {
            Sending.keepSilent(peer);
        } else {
            Sending.send(bytes, answer.drip(), peer, stopped);
        }
    }

    private byte[] bytes(Answer answer, HttpRequestReader.Request request, RegisterBank bank) {
        return switch (answer.body()) {
            case NORMAL -> done(request, bank);
            case EXCEPTION -> refused(answer.code());
            case NOT_REACHED -> HttpAnswer.of(200, NOT_JSON);
            default -> answer.bytes();
        };
    }

    private byte[] done(HttpRequestReader.Request request, RegisterBank bank) {
        try {
            if (!request.method().equals("GET")) {
                write(sent(request), bank);
                return HttpAnswer.of(200, "{\"status\":\"ok\"}");
            }
            Optional<Map<String, Object>> shown = shown(request.path(), bank);
            return shown.isEmpty() ? refused(2) : HttpAnswer.of(200, Json.write(shown.get()));
        } catch (ModbusFault fault) {
            return refused(fault.code());
        }
    }

    /** As exceptions of Modbus: 1 a wrong credential, 2 not there, 3 not taken, others trouble. */
    private static byte[] refused(int code) {
        return switch (code) {
            case 1 -> HttpAnswer.of(401, "unauthorized");
            case 2 -> HttpAnswer.of(404, "not found");
            case 3 -> HttpAnswer.of(400, "bad request");
            default -> HttpAnswer.of(500, "temporarily unavailable, fault " + code);
        };
    }

    private Optional<Map<String, Object>> shown(String path, RegisterBank bank) throws ModbusFault {
        List<Register> registers = documents.readFrom(path);
        int first = first(registers);
        Optional<int[]> all = read(bank, registers.get(0).kind(), first, span(registers));
        Map<Register, int[]> words = new LinkedHashMap<>();
        for (Register register : registers) {
            int from = register.address() - first;
            int count = register.type().words();
            Optional<int[]> own =
                    all.isPresent()
                            ? all.map(it -> Arrays.copyOfRange(it, from, from + count))
                            : read(bank, register.kind(), register.address(), count);
            own.ifPresent(it -> words.put(register, it));
        }
        Map<String, Object> document = new LinkedHashMap<>(Map.of("status", "ok"));
        return documents
                .shown(path, register -> Optional.ofNullable(words.get(register)))
                .map(
                        members -> {
                            document.putAll(members);
                            return document;
                        });
    }

    /** Words of a bank; empty when it does not have all of them. */
    private static Optional<int[]> read(
            RegisterBank bank, RegisterKind kind, int address, int count) throws ModbusFault {
        try {
            return Optional.of(bank.read(kind, address, count));
        } catch (ModbusFault fault) {
            if (fault.code() != ModbusFault.ILLEGAL_ADDRESS) {
                throw fault;
            }
            return Optional.empty();
        }
    }

    /** Who sends a whole document back changes what is different in it. */
    private static void write(Map<Register, int[]> sent, RegisterBank bank) throws ModbusFault {
        for (Map.Entry<Register, int[]> one : sent.entrySet()) {
            Register register = one.getKey();
            int[] words = one.getValue();
            Optional<int[]> before = read(bank, register.kind(), register.address(), words.length);
            if (sent.size() == 1 || before.isPresent() && !Arrays.equals(before.get(), words)) {
                bank.write(register.kind(), register.address(), words);
            }
        }
    }
}
