package org.eclipse.kura.cloudconnection.request;

/** Keys of the properties of a request. */
public enum RequestHandlerMessageConstants {
    /** The path of the resource: a list of texts. */
    ARGS_KEY("args");

    private final String value;

    RequestHandlerMessageConstants(String value) {
        this.value = value;
    }

    /** {@return the text behind the constant} */
    public String value() {
        return value;
    }
}
