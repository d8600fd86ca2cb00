package io.wattwire.cli;

/** A device or a check failed: one line with cause and remedy, exit code 1. */
final class Failed extends Exception {
    private static final long serialVersionUID = 1L;

    Failed(String message) {
        super(message);
    }

    Failed(String message, Throwable cause) {
        super(message, cause);
    }
}
