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
public final class SettingsReader {

    /** A setting may hold anything; the log needs no more of it to be understood. */
    private static final int LONGEST_PROBLEM = 600;

    private final Map<String, Object> properties;
    private final List<String> problems = new ArrayList<>();

    /**
     * Begins to read.
     *
     * @param properties the configuration, unchecked
     */
    public SettingsReader(Map<String, Object> properties) {
        this.properties = properties;
    }

    /**
     * What is wrong.
     *
     * @return one sentence for each wrong setting; empty when all is well
     */
    public List<String> problems() {
        return problems;
    }

    /**
     * Adds what a reader of several settings found.
     *
     * @param sentence what is wrong, and the remedy; kept on one line and shortened in the middle,
     *     as it quotes what was set
     */
    public void problem(String sentence) {
        String line = sentence.replaceAll("\\p{Cntrl}", "?");
        int half = LONGEST_PROBLEM / 2;
        problems.add(
                line.length() <= LONGEST_PROBLEM
                        ? line
                        : line.substring(0, half) + " ... " + line.substring(line.length() - half));
    }

    /**
     * Reads text.
     *
     * @param id of the setting
     * @return without the space around it; empty where nothing else is there
     */
    public Optional<String> text(String id) {
        return Optional.ofNullable(properties.get(id))
                .map(value -> String.valueOf(value).strip())
                .filter(text -> !text.isEmpty());
    }

    /**
     * Reads text.
     *
     * @param id of the setting
     * @param otherwise where nothing is set
     * @return the one or the other
     */
    public String text(String id, String otherwise) {
        return text(id).orElse(otherwise);
    }

    /**
     * Reads a choice.
     *
     * @param id of the setting
     * @param otherwise where nothing is set
     * @return true or false; anything else is a problem
     */
    public boolean flag(String id, boolean otherwise) {
        String text = text(id, String.valueOf(otherwise)).toLowerCase(Locale.ROOT);
        if (!text.equals("true") && !text.equals("false")) {
            problem(id + " is '" + text + "'; write true or false");
        }
        return text.equals("true");
    }

    /**
     * Reads a whole number.
     *
     * @param id of the setting
     * @param least lowest one that is allowed
     * @param most highest one that is allowed
     * @return empty where nothing is set; anything else is a problem
     */
    public OptionalInt whole(String id, int least, int most) {
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

    /**
     * Reads a number from 0 on.
     *
     * @param id of the setting
     * @return empty where nothing is set; anything else is a problem
     */
    public OptionalDouble positive(String id) {
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
