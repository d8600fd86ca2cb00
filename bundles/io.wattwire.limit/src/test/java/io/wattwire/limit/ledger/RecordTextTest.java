package io.wattwire.limit.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.wattwire.limit.law.Sample;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RecordTextTest {

    enum Letter {
        A,
        B {
            @Override
            public String toString() {
                return "not its name";
            }
        }
    }

    record All(
            boolean yes,
            int number,
            Letter letter,
            List<Sample> samples,
            Set<Letter> letters,
            Map<Letter, Integer> numbers,
            Optional<String> text) {}

    private static final All FULL =
            new All(
                    true,
                    -3,
                    Letter.B,
                    List.of(Sample.NONE, new Sample(-0.0, 1, 2)),
                    Set.of(Letter.B, Letter.A),
                    Map.of(Letter.B, 1, Letter.A, 2),
                    Optional.of("a \"b\"\n\\"));

    private static final String TEXT =
            "(true -3 B [(NaN 0 0) (-0.0 1 2)] [A B] {A 2 B 1}"
                    + " [\"a \\0022b\\0022\\000a\\005c\"])";

    @Test
    void isReadableAndExact() {
        assertEquals(TEXT, RecordText.of(FULL));
        assertEquals(FULL, new RecordParser(TEXT).next(All.class));
        All empty = new All(false, 0, Letter.A, List.of(), Set.of(), Map.of(), Optional.empty());
        assertEquals("(false 0 A [] [] {} [])", RecordText.of(empty));
        assertEquals(empty, new RecordParser(RecordText.of(empty)).next(All.class));
    }

    @Test
    void whatItDoesNotKnowItRefuses() {
        assertThrows(IllegalArgumentException.class, () -> RecordText.of(new Object()));
        assertThrows(IllegalArgumentException.class, () -> RecordText.of(null));
        record Odd(Runnable runnable) {}
        record Odder(Iterable<String> texts) {}
        record Oddest(List<? extends String> texts) {}
        for (Class<?> odd : List.of(Odd.class, Odder.class, Oddest.class)) {
            assertThrows(IllegalArgumentException.class, () -> Shape.describe(odd));
        }
    }

    @Test
    void aShapeTellsWhatItIsMadeOf() {
        assertEquals("(value double takenNanos long number long ) ", Shape.describe(Sample.class));
        assertEquals("[A, not its name] ", Shape.describe(Letter.class));
    }

    @Test
    void nonsenseIsRefused() {
        List<String> wrong =
                Arrays.asList(
                        "",
                        "(",
                        "(true",
                        TEXT.replace("true", "wahr"),
                        TEXT.replace("-3", "-3.5"),
                        TEXT.replace("-3", "99999999999"),
                        TEXT.replace("B [(", "C [("),
                        TEXT.replace("NaN", "nan"),
                        TEXT.replace("0 0)", "0)"),
                        TEXT.replace("0 0)", "0 0 0)"),
                        TEXT.replace("{", "["),
                        TEXT.replace("\\0022", "\\zz"),
                        TEXT.substring(0, TEXT.indexOf("05c")),
                        TEXT.substring(0, TEXT.length() - 1));
        for (String text : wrong) {
            RecordParser parser = new RecordParser(text);
            assertThrows(IllegalArgumentException.class, () -> parser.next(All.class), text);
        }
    }
}
