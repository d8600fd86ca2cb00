package io.wattwire.device.driver;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * Reads settings that arrive unchecked: typed or as text, missing, empty, of any size. Collects one
 * sentence per setting that is wrong.
 */
final class SettingsReader {

    private final Map<String, Object> properties;
    private final List<String> problems = new ArrayList<>();

    SettingsReader(Map<String, Object> properties) {
        this.properties = properties;
    }

    /** What is wrong, one sentence each; empty when all is well. */
    List<String> problems() {
        return problems;
    }

    void problem(String sentence) {
        problems.add(sentence);
    }

    Optional<String> text(String id) {
        return Optional.ofNullable(properties.get(id))
                .map(value -> String.valueOf(value).strip())
                .filter(text -> !text.isEmpty());
    }

    String text(String id, String otherwise) {
        return text(id).orElse(otherwise);
    }

    boolean flag(String id, boolean otherwise) {
        String text = text(id, String.valueOf(otherwise)).toLowerCase(Locale.ROOT);
        if (!text.equals("true") && !text.equals("false")) {
            problem(id + " is '" + text + "'; write true or false");
        }
        return text.equals("true");
    }

    OptionalInt whole(String id, int least, int most) {
        Optional<String> text = text(id);
        if (text.isEmpty()) {
            return OptionalInt.empty();
        }
        try {
            int value = Integer.parseInt(text.get());
            if (value >= least && value <= most) {
                return OptionalInt.of(value);
            }
        } catch (NumberFormatException notWhole) {
            // told below
        }
        problem(
                id
                        + " is '"
                        + text.get()
                        + "'; write a whole number from "
                        + least
                        + " to "
                        + most);
        return OptionalInt.empty();
    }

    OptionalDouble positive(String id) {
        Optional<String> text = text(id);
        if (text.isEmpty()) {
            return OptionalDouble.empty();
        }
        try {
            double value = Double.parseDouble(text.get());
            if (Double.isFinite(value) && value >= 0) {
                return OptionalDouble.of(value);
            }
        } catch (NumberFormatException notNumber) {
            // told below
        }
        problem(id + " is '" + text.get() + "'; write a number from 0 on, or leave it empty");
        return OptionalDouble.empty();
    }
}
