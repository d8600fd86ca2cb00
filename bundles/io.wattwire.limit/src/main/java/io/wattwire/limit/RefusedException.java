package io.wattwire.limit;

import java.util.List;

/** A configuration that was not taken; the message names every reason. */
final class RefusedException extends Exception {

    private static final long serialVersionUID = 1L;

    RefusedException(List<String> problems) {
        super(String.join("; ", problems));
    }
}
