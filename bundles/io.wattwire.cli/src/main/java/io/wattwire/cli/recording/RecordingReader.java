package io.wattwire.cli.recording;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a recording, and says in which line it is none. */
public final class RecordingReader {

    static final String TITLE = "wattwire recording 1";
    static final String LINK = "link";
    static final List<String> HEAD = List.of("device", "options", LINK, "names");

    private static final long LARGEST_FILE = 64L << 20;
    private static final Pattern EVENT = Pattern.compile(" *(\\d{1,9})\\.(\\d{3}) ([<>=])(.*)");
    private static final Pattern FRAME = Pattern.compile(" +(\\d{1,3})  (.*)");
    private static final String INDENT = "    ";

    private final Map<String, String> head = new HashMap<>();
    private final List<Recording.Moment> frames = new ArrayList<>();
    private final List<Recording.Cycle> cycles = new ArrayList<>();

    private RecordingReader() {}

    /** The file is no recording; the message says where and why. */
    public static final class Wrong extends Exception {
        private static final long serialVersionUID = 1L;

        Wrong(String message) {
            super(message);
        }
    }

    /**
     * Reads a file.
     *
     * @param file its path
     * @return the recording
     * @throws Wrong if it is none, or larger than 64 MiB
     */
    public static Recording read(Path file) throws Wrong {
        RecordingReader reader = new RecordingReader();
        try {
            if (Files.size(file) > LARGEST_FILE) {
                throw new Wrong(file + " is larger than 64 MiB; record for a shorter time");
            }
            List<String> lines = Files.readAllLines(file);
            if (lines.isEmpty() || !lines.get(0).equals(TITLE)) {
                throw new Wrong(file + " is no recording: its first line is not '" + TITLE + "'");
            }
            for (int i = 1; i < lines.size(); i++) {
                reader.line(lines.get(i), file + ", line " + (i + 1));
            }
        } catch (NoSuchFileException e) {
            throw new Wrong(file + " does not exist; give the path of a recording");
        } catch (MalformedInputException e) {
            throw new Wrong(file + " is no text and so no recording");
        } catch (IOException e) {
            throw new Wrong(file + " cannot be read: " + e.getMessage());
        }
        return reader.recording(file);
    }

    private Recording recording(Path file) throws Wrong {
        for (String key : HEAD) {
            if (!head.containsKey(key)) {
                throw new Wrong(file + " has no line '" + key + ": …'; record it again");
            }
        }
        return new Recording(
                head.get("device"),
                words("options"),
                head.get(LINK),
                words("names"),
                List.copyOf(frames),
                List.copyOf(cycles));
    }

    private List<String> words(String key) {
        String text = head.get(key);
        return text.isEmpty() ? List.of() : List.of(text.split(" +"));
    }

    private void line(String line, String where) throws Wrong {
        Matcher event = EVENT.matcher(line);
        if (event.matches()) {
            long millis = Long.parseLong(event.group(1)) * 1000 + Long.parseLong(event.group(2));
            event(millis, event.group(3), event.group(4), where);
        } else if (!line.isBlank() && !line.startsWith("#") && !line.startsWith(INDENT)) {
            header(line, where);
        }
    }

    private void header(String line, String where) throws Wrong {
        int colon = line.indexOf(':');
        if (colon < 0 || !frames.isEmpty() || !HEAD.contains(line.substring(0, colon))) {
            throw new Wrong(
                    where
                            + ": '"
                            + line.substring(0, Math.min(40, line.length()))
                            + "' is"
                            + " neither a frame nor a value");
        }
        head.put(line.substring(0, colon), line.substring(colon + 1).strip());
    }

    private void event(long millis, String kind, String rest, String where) throws Wrong {
        if (kind.equals("=")) {
            value(millis, rest.strip(), where);
            return;
        }
        Matcher frame = FRAME.matcher(rest);
        if (!frame.matches()) {
            throw new Wrong(where + ": a frame is its unit id and its bytes in hex");
        }
        try {
            byte[] bytes = bytes(frame.group(2));
            int unit = Integer.parseInt(frame.group(1));
            frames.add(new Recording.Moment(millis, kind.equals(">"), unit, bytes));
        } catch (IllegalArgumentException e) {
            throw new Wrong(
                    where + ": the bytes are no hex, or the text is none: " + e.getMessage());
        }
    }

    private byte[] bytes(String content) {
        return DocumentLine.on(head.getOrDefault(LINK, ""))
                ? DocumentLine.bytes(content)
                : HexFormat.ofDelimiter(" ").parseHex(content.strip());
    }

    private void value(long millis, String text, String where) throws Wrong {
        if (text.equals(RecordingWriter.CYCLE)) {
            cycles.add(new Recording.Cycle(millis, new ArrayList<>()));
        } else if (cycles.isEmpty()) {
            throw new Wrong(where + ": a value before the first '= " + RecordingWriter.CYCLE + "'");
        } else {
            cycles.get(cycles.size() - 1).values().add(text);
        }
    }
}
