package io.wattwire.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;

/** Columns that line up; the last one is never padded. */
final class TextTable {
    private static final String GAP = "  ";

    private final List<String[]> rows = new ArrayList<>();
    private final boolean[] right;

    /**
     * New table.
     *
     * @param head the column names; one that begins with '>' is aligned to the right
     */
    TextTable(String... head) {
        right = new boolean[head.length];
        String[] names = new String[head.length];
        for (int i = 0; i < head.length; i++) {
            right[i] = head[i].startsWith(">");
            names[i] = right[i] ? head[i].substring(1) : head[i];
        }
        rows.add(names);
    }

    TextTable row(Object... cells) {
        String[] texts = new String[right.length];
        for (int i = 0; i < texts.length; i++) {
            texts[i] = cells[i] == null ? "" : cells[i].toString();
        }
        rows.add(texts);
        return this;
    }

    void print(PrintWriter out) {
        int[] width = new int[right.length];
        for (String[] row : rows) {
            for (int i = 0; i < width.length; i++) {
                width[i] = Math.max(width[i], row[i].length());
            }
        }
        for (String[] row : rows) {
            StringBuilder line = new StringBuilder();
            for (int i = 0; i < width.length; i++) {
                String pad = " ".repeat(width[i] - row[i].length());
                line.append(i == 0 ? "" : GAP).append(right[i] ? pad + row[i] : row[i] + pad);
            }
            out.println(line.toString().stripTrailing());
        }
        out.flush();
    }
}
