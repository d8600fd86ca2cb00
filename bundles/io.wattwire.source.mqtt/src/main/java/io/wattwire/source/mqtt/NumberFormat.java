package io.wattwire.source.mqtt;

import java.util.Map;

/** A message that is one number, such as a smart plug's power. */
final class NumberFormat implements Format {

    private static final int LONGEST_NUMBER = 40;

    private final String name;

    /**
     * @param name what the number is: {@code grid_power}
     */
    NumberFormat(String name) {
        this.name = name;
    }

    @Override
    public Map<String, Double> read(byte[] payload) {
        String text = Format.text(payload).strip();
        try {
            double number = text.length() > LONGEST_NUMBER ? Double.NaN : Double.parseDouble(text);
            if (Double.isFinite(number)) {
                return Map.of(name, number);
            }
        } catch (NumberFormatException notOne) {
            // told below
        }
        throw new IllegalArgumentException("the message is no number");
    }
}
