package org.eclipse.kura;

import java.util.List;

/** Some parts of an operation failed; each of them is a cause. */
public class KuraPartialSuccessException extends KuraException {
    private static final long serialVersionUID = 1L;

    private final transient List<Throwable> causes;

    /**
     * A failure of some parts.
     *
     * @param message what was tried
     * @param causes one failure per part, not null
     */
    public KuraPartialSuccessException(String message, List<Throwable> causes) {
        super(KuraErrorCode.PARTIAL_SUCCESS, message);
        this.causes = List.copyOf(causes);
    }

    /** {@return one failure per part that failed, unmodifiable} */
    public List<Throwable> getCauses() {
        return causes;
    }
}
