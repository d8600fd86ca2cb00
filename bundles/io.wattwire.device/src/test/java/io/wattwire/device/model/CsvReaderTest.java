package io.wattwire.device.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class CsvReaderTest {
    static List<CsvReader.Line> read(String text) throws TableException {
        return CsvReader.read("t.csv", new StringReader(text));
    }

    static List<List<String>> cells(String text) throws TableException {
        return read(text).stream().map(CsvReader.Line::cells).toList();
    }

    private static void assertMistake(String text, String message) {
        TableException mistake = assertThrows(TableException.class, () -> read(text));
        assertTrue(mistake.getMessage().startsWith(message), mistake.getMessage());
    }

    @Test
    void readsPlainAndQuotedCells() throws TableException {
        assertEquals(
                List.of(List.of("a", "b c", ""), List.of("x,y", "say \"no\"", "two\nlines")),
                cells("a, b c ,\n\"x,y\",\"say \"\"no\"\"\",\"two\nlines\"\n"));
    }

    @Test
    void takesAnyLineEndAndNoneAtTheEnd() throws TableException {
        List<List<String>> expected = List.of(List.of("a", "b"), List.of("1", ""));
        assertEquals(expected, cells("a,b\n1,\n"));
        assertEquals(expected, cells("a,b\r\n1,"));
        assertEquals(expected, cells("a,b\r1,\r"));
        assertEquals(expected, cells("\uFEFFa,b\n1,"));
    }

    @Test
    void skipsCommentsAndBlankLinesAndCountsThem() throws TableException {
        List<CsvReader.Line> lines = read("# note\n\na\n# \"open\n\"b\nc\"\nd\n");
        assertEquals(List.of(3, 5, 7), lines.stream().map(CsvReader.Line::line).toList());
    }

    @Test
    void anEmptyFileHasNoLines() throws TableException {
        assertTrue(read("").isEmpty());
        assertTrue(read("\n# only a comment").isEmpty());
    }

    @Test
    void tellsWhereQuotesAreWrong() {
        assertMistake("a\n\"b", "t.csv row 2: a quote is opened and never closed");
        assertMistake("a\nb\"c\"", "t.csv row 2: a quote inside a plain cell");
        assertMistake("\"a\"b", "t.csv row 1: text after a closing quote");
        assertMistake("\"a\" ,b", "t.csv row 1: text after a closing quote");
    }

    @Test
    void boundsEverything() {
        assertMistake("a".repeat(9_000), "t.csv row 1: a row of more than 8000 characters");
        assertMistake(
                "\"" + "a\n".repeat(9_000), "t.csv row 4001: a row of more than 8000 characters");
        assertMistake("# " + "a".repeat(9_000), "t.csv row 1: a row of more than 8000 characters");
        assertMistake(",".repeat(100), "t.csv row 1: more than 64 cells");
        assertMistake("a\n".repeat(5_001), "t.csv row 5001: more than 5000 rows");
        assertMistake("\n".repeat(4_000_002), "t.csv row 4000002: more than 4000000 characters");
    }

    @Test
    void refusesWhatIsNoText() {
        assertMistake("a\n\u0000", "t.csv row 2: control character 0");
        byte[] latin = {'a', '\n', (byte) 0xB0, 'C'};
        Reader reader =
                new InputStreamReader(
                        new ByteArrayInputStream(latin), StandardCharsets.UTF_8.newDecoder());
        TableException mistake =
                assertThrows(TableException.class, () -> CsvReader.read("t.csv", reader));
        assertTrue(
                mistake.getMessage().contains("is not UTF-8; save it as UTF-8"),
                mistake.getMessage());
    }

    @Test
    void tellsWhyAFileCannotBeRead() {
        Reader broken =
                new Reader() {
                    @Override
                    public int read(char[] buffer, int offset, int length) throws IOException {
                        throw new IOException("disk on fire");
                    }

                    @Override
                    public void close() {
                        // nothing is open
                    }
                };
        TableException mistake =
                assertThrows(TableException.class, () -> CsvReader.read("t.csv", broken));
        assertEquals("t.csv row 1: cannot be read: disk on fire", mistake.getMessage());
    }
}
