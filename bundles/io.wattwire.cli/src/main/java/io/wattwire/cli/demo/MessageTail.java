package io.wattwire.cli.demo;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** Takes standard error while the live table owns the screen and keeps the newest lines for it. */
final class MessageTail implements AutoCloseable {
    private static final int LINES = 6;
    private static final int LONGEST = 400;

    private final PrintStream before = System.err;
    private final Deque<String> lines = new ArrayDeque<>();

    MessageTail() {
        System.setErr(new PrintStream(new Splitter(), true, StandardCharsets.UTF_8));
    }

    List<String> lines() {
        synchronized (lines) {
            return List.copyOf(lines);
        }
    }

    @Override
    public void close() {
        System.setErr(before);
    }

    private void add(String line) {
        synchronized (lines) {
            lines.addLast(line);
            if (lines.size() > LINES) {
                lines.removeFirst();
            }
        }
    }

    private final class Splitter extends OutputStream {
        private final ByteArrayOutputStream line = new ByteArrayOutputStream();

        @Override
        public synchronized void write(int b) {
            if (b == '\n') {
                add(line.toString(StandardCharsets.UTF_8).stripTrailing());
                line.reset();
            } else if (line.size() < LONGEST) {
                line.write(b);
            }
        }
    }
}
