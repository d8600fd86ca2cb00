package io.wattwire.driver.givenergy;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.wattwire.contract.TableBank;
import io.wattwire.device.model.Register;
import java.util.HexFormat;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** Banks that others recorded from devices mean what they say. */
class VectorsTest {

    private static final int HEX_DIGITS = 4;

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(
            resources = "/vectors.csv",
            useHeadersInDisplayName = true,
            maxCharsPerColumn = 10_000)
    void meansWhatOthersSay(
            String id, String model, String kind, int base, String words, String values) {
        TableBank bank = new TableBank(Banks.FAMILY, model);
        int[] raw = words(words);
        if (kind.equals("holding")) {
            bank.holding(base, raw);
        } else {
            bank.input(base, raw);
        }
        for (String pair : values.split("\\|")) {
            String name = pair.substring(0, pair.indexOf('='));
            assertEquals(
                    plain(pair.substring(name.length() + 1)), plain(shown(bank, name)), id + name);
        }
    }

    private static int[] words(String hex) {
        int[] words = new int[hex.length() / HEX_DIGITS];
        for (int i = 0; i < words.length; i++) {
            words[i] = HexFormat.fromHexDigits(hex, HEX_DIGITS * i, HEX_DIGITS * (i + 1));
        }
        return words;
    }

    /** What the table shows; of a state its number. */
    private static String shown(TableBank bank, String name) {
        if (name.equals("date_time")) {
            return String.valueOf(
                    new DateAndTime(GivEnergyModel.INVERTERS).readBack(bank).orElseThrow());
        }
        Register register = bank.register(name);
        Object value = bank.get(name).orElse("");
        return !register.labels().containsValue(value)
                ? value.toString()
                : String.valueOf(register.encodeNearest(value)[0]);
    }

    private static String plain(String text) {
        try {
            return String.valueOf(Math.round(Double.parseDouble(text) * 1e4) / 1e4);
        } catch (NumberFormatException other) {
            return text;
        }
    }
}
