package org.eclipse.kura;

import java.util.Objects;

/**
 * An unchecked failure that names its reason.
 *
 * <p>Its message is the phrase of the code, followed by the arguments.
 */
public class KuraRuntimeException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final KuraErrorCode code;
    private final String message;

    /**
     * A failure without details.
     *
     * @param code the reason, not null
     */
    public KuraRuntimeException(KuraErrorCode code) {
        this(code, new Object[0]);
    }

    /**
     * A failure with details.
     *
     * @param code the reason, not null
     * @param arguments what the message shows after the reason
     */
    public KuraRuntimeException(KuraErrorCode code, Object... arguments) {
        this(code, null, arguments);
    }

    /**
     * A failure with its cause.
     *
     * @param code the reason, not null
     * @param cause what led to it; may be null
     * @param arguments what the message shows after the reason
     */
    public KuraRuntimeException(KuraErrorCode code, Throwable cause, Object... arguments) {
        super(null, cause);
        this.code = Objects.requireNonNull(code, "code");
        this.message = code.message(arguments);
    }

    /** {@return the reason, never null} */
    public KuraErrorCode getCode() {
        return code;
    }

    @Override
    public String getLocalizedMessage() {
        return message;
    }

    @Override
    public String getMessage() {
        return message;
    }
}
