package io.wattwire.cli;

import io.wattwire.device.link.Frame;
import io.wattwire.device.model.Documents;
import io.wattwire.device.model.Json;
import io.wattwire.device.model.Register;
import io.wattwire.device.model.RegisterTable;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Tells the values in the documents that an HTTP device answers with. */
final class DocumentValues implements FrameTeller {

    private static final String ASKS = "GET ";

    private final Documents documents;
    private String path = "";

    DocumentValues(RegisterTable table) {
        documents = Documents.of(table);
    }

    @Override
    public List<String> hear(Frame frame) {
        String text = new String(frame.bytes(), StandardCharsets.UTF_8);
        if (frame.sent()) {
            path = text.startsWith(ASKS) ? text.substring(ASKS.length()) : "";
            return List.of();
        }
        try {
            return values(Json.object(text.substring(text.indexOf('\n') + 1)));
        } catch (IllegalArgumentException none) {
            return List.of(); // the bytes are shown, and say what they are
        }
    }

    private List<String> values(Map<String, Object> document) {
        List<String> values = new ArrayList<>();
        for (Register register : documents.readFrom(path)) {
            int count = register.type().words();
            int[] words = documents.words(register.kind(), register.address(), count, document);
            register.decode(words)
                    .ifPresent(value -> values.add(FrameTeller.told(register, value)));
        }
        return values;
    }
}
