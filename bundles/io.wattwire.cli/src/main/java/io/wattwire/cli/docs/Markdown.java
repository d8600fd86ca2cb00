package io.wattwire.cli.docs;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** A table in Markdown. */
final class Markdown {

    private final List<List<String>> rows = new ArrayList<>();

    Markdown(String... head) {
        row(head);
        rows.add(Collections.nCopies(head.length, "---"));
    }

    Markdown row(String... cells) {
        return row(Arrays.asList(cells));
    }

    Markdown row(List<String> cells) {
        rows.add(cells.stream().map(Markdown::cell).toList());
        return this;
    }

    private static String cell(String text) {
        return text.replace("|", "\\|").replaceAll("\\s+", " ").strip();
    }

    /** Whether there is nothing below the head. */
    boolean isEmpty() {
        return rows.size() == 2;
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        rows.forEach(row -> text.append("| ").append(String.join(" | ", row)).append(" |\n"));
        return text.toString();
    }
}
