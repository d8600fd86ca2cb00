package io.wattwire.publish;

import static org.junit.jupiter.api.Assertions.assertEquals;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

class DecimalsPropertiesTest {

    private static String text(double number) {
        StringBuilder text = new StringBuilder();
        Decimals.append(text, number);
        return text.toString();
    }

    @Property
    void everyNumberReadsBackTheSame(@ForAll double number) {
        assertEquals(number, Double.parseDouble(text(number)));
    }

    @Property
    void everyMeasuredNumberReadsBackTheSame(@ForAll @DoubleRange(min = -1e6, max = 1e6) double x) {
        assertEquals(x, Double.parseDouble(text(x)));
    }

    @Property(tries = 20_000)
    void fewDigitsAreWrittenAsJavaWritesThem(
            @ForAll @LongRange(min = -999_999_999, max = 999_999_999) long digits,
            @ForAll @IntRange(min = 2, max = 3) int behind) {
        double number = digits / Math.pow(10, behind);
        assertEquals(Double.toString(number), text(number));
    }
}
