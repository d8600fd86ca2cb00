package io.wattwire.publish.http.serve;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A request's path and query, decoded. */
record Target(List<String> path, Map<String, String> query) {

    private static final int HEX = 16;

    static Target of(String target) throws RequestFault {
        int mark = target.indexOf('?');
        String way = target.substring(1, mark < 0 ? target.length() : mark);
        List<String> path = new ArrayList<>();
        if (!way.isEmpty()) {
            for (String part : way.split("/", -1)) {
                path.add(decode(part));
            }
        }
        Map<String, String> query = new LinkedHashMap<>();
        if (mark >= 0) {
            for (String pair : target.substring(mark + 1).split("&")) {
                String[] sides = pair.replace('+', ' ').split("=", 2);
                query.putIfAbsent(decode(sides[0]), sides.length > 1 ? decode(sides[1]) : "");
            }
        }
        return new Target(path, query);
    }

    private static String decode(String text) throws RequestFault {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c != '%') {
                bytes.write(c);
                continue;
            }
            int high = i + 2 < text.length() ? Character.digit(text.charAt(i + 1), HEX) : -1;
            int low = high < 0 ? -1 : Character.digit(text.charAt(i + 2), HEX);
            if (low < 0) {
                throw new RequestFault(400, "a percent sign in the path needs two hex digits");
            }
            bytes.write(high * HEX + low);
            i += 2;
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes.toByteArray()))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new RequestFault(400, "the path is not written in UTF-8");
        }
    }
}
