package org.eclipse.kura.wire.graph;

/** Names of properties that wires and wire components carry. */
public enum Constants {
    /** Of a wire: the number of the output port. */
    WIRE_EMITTER_PORT_PROP_NAME("emitter.port"),

    /** Of a wire: the number of the input port. */
    WIRE_RECEIVER_PORT_PROP_NAME("receiver.port"),

    /** Of a component: how many input ports it has. */
    RECEIVER_PORT_COUNT_PROP_NAME("receiver.port.count"),

    /** Of a component: how many output ports it has. */
    EMITTER_PORT_COUNT_PROP_NAME("emitter.port.count"),

    /** Of a wire: the {@code kura.service.pid} of the receiver. */
    RECEIVER_KURA_SERVICE_PID_PROP_NAME("receiver.kura.service.pid"),

    /** Of a wire: the {@code kura.service.pid} of the sender. */
    EMITTER_KURA_SERVICE_PID_PROP_NAME("emitter.kura.service.pid");

    private final String value;

    Constants(String value) {
        this.value = value;
    }

    /** {@return the text behind the constant} */
    public String value() {
        return value;
    }

    /**
     * Finds a constant by its value.
     *
     * @param value the value, as {@link #value()} gives it
     * @return the constant
     * @throws IllegalArgumentException if there is none
     */
    public static Constants fromValue(String value) {
        for (Constants constant : values()) {
            if (constant.value.equals(value)) {
                return constant;
            }
        }
        throw new IllegalArgumentException("no Constants with value " + value);
    }
}
