package io.wattwire.cli;

/** The command was called wrongly: one line with cause and remedy, exit code 2. */
final class WrongUse extends Exception {
    private static final long serialVersionUID = 1L;

    WrongUse(String message) {
        super(message);
    }
}
