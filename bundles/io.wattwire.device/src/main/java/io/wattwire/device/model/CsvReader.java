package io.wattwire.device.model;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads RFC 4180 with a bound on everything: tables may come from anywhere. Comment lines begin
 * with #, blank lines are skipped.
 */
final class CsvReader {
    static final int MOST_ROWS = 5_000;
    static final int MOST_CELLS = 64;
    static final int MOST_CHARACTERS = 8_000;
    private static final int MOST_CHARACTERS_IN_ALL = 4_000_000;
    private static final int END = -1;
    private static final int BYTE_ORDER_MARK = 0xFEFF;

    private final String file;
    private final Reader input;
    private int line = 1;
    private int next;

    /** Characters of the record so far, quotes and commas included. */
    private int length;

    private int total;

    private CsvReader(String file, Reader input) {
        this.file = file;
        this.input = input;
    }

    /** A line of cells; {@code line} is where it begins, as an editor counts. */
    record Line(int line, List<String> cells) {}

    /** All records, the header first; none for an empty file. */
    static List<Line> read(String file, Reader input) throws TableException {
        CsvReader reader = new CsvReader(file, new BufferedReader(input));
        try {
            return reader.lines();
        } catch (CharacterCodingException e) {
            throw new TableException(file, reader.line, "", "is not UTF-8; save it as UTF-8");
        } catch (IOException e) {
            throw new TableException(file, reader.line, "", "cannot be read: " + e.getMessage());
        }
    }

    private List<Line> lines() throws IOException, TableException {
        List<Line> lines = new ArrayList<>();
        next = input.read();
        if (next == BYTE_ORDER_MARK) {
            next = input.read();
        }
        while (next != END) {
            length = 0;
            if (next == '\n' || next == '\r') {
                advance();
            } else if (next == '#') {
                skipComment();
            } else {
                lines.add(record());
            }
            if (lines.size() > MOST_ROWS) {
                throw mistake(line, "more than " + MOST_ROWS + " rows; split the table");
            }
        }
        return lines;
    }

    private void skipComment() throws IOException, TableException {
        while (next != END && next != '\n') {
            advance();
        }
    }

    private Line record() throws IOException, TableException {
        int begin = line;
        List<String> cells = new ArrayList<>();
        boolean more = true;
        while (more) {
            if (cells.size() == MOST_CELLS) {
                throw mistake(begin, "more than " + MOST_CELLS + " cells; is a quote missing?");
            }
            cells.add(next == '"' ? quoted() : plain());
            more = next == ',';
            if (more) {
                advance();
            }
        }
        if (next != END && next != '\n' && next != '\r') {
            throw mistake(
                    line, "text after a closing quote; double the quotes inside a quoted cell");
        }
        return new Line(begin, List.copyOf(cells));
    }

    private String plain() throws IOException, TableException {
        StringBuilder cell = new StringBuilder();
        while (next != END && next != ',' && next != '\n' && next != '\r') {
            if (next == '"') {
                throw mistake(
                        line,
                        "a quote inside a plain cell; quote the whole cell and double the quote");
            }
            cell.append((char) next);
            advance();
        }
        return cell.toString().strip();
    }

    private String quoted() throws IOException, TableException {
        int begin = line;
        StringBuilder cell = new StringBuilder();
        advance();
        while (true) {
            if (next == END) {
                throw mistake(begin, "a quote is opened and never closed; close it");
            }
            if (next == '"') {
                advance();
                if (next != '"') {
                    return cell.toString().strip();
                }
            }
            cell.append((char) next);
            advance();
        }
    }

    private void advance() throws IOException, TableException {
        if (next == '\n') {
            line++;
        }
        if (++length > MOST_CHARACTERS) {
            throw mistake(
                    line,
                    "a row of more than " + MOST_CHARACTERS + " characters; is a quote missing?");
        }
        if (++total > MOST_CHARACTERS_IN_ALL) {
            throw mistake(
                    line, "more than " + MOST_CHARACTERS_IN_ALL + " characters; split the table");
        }
        next = input.read();
        if (next != END && next < ' ' && next != '\n' && next != '\r' && next != '\t') {
            throw mistake(line, "control character " + next + "; save the table as plain text");
        }
    }

    private TableException mistake(int at, String problem) {
        return new TableException(file, at, "", problem);
    }
}
