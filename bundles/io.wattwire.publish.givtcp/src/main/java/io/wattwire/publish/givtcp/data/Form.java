package io.wattwire.publish.givtcp.data;

import java.util.Optional;

/** Whose spelling of the structure. */
public enum Form {
    /** GivTCP of January 2022. */
    OF_2022("2022"),

    /** GivTCP 3. */
    V3("v3");

    private final String label;

    Form(String label) {
        this.label = label;
    }

    /**
     * As owners write it.
     *
     * @return {@code 2022} or {@code v3}
     */
    public String label() {
        return label;
    }

    /**
     * Reads what an owner wrote.
     *
     * @param text any
     * @return empty when there is no such form
     */
    public static Optional<Form> of(String text) {
        for (Form each : values()) {
            if (each.label.equalsIgnoreCase(text)) {
                return Optional.of(each);
            }
        }
        return Optional.empty();
    }
}
