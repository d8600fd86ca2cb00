package io.wattwire.cli.imports;

/** A configuration that cannot be turned into a graph; the message tells line, cause and remedy. */
public final class ImportException extends Exception {

    private static final long serialVersionUID = 1L;

    /**
     * Says why.
     *
     * @param message one sentence
     */
    public ImportException(String message) {
        super(message);
    }
}
