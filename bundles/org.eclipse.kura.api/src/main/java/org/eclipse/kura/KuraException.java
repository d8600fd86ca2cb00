package org.eclipse.kura;

import java.util.Objects;

/**
 * A checked failure that names its reason.
 *
 * <p>Its message is the phrase of the code, followed by the arguments.
 */
public class KuraException extends Exception {
    private static final long serialVersionUID = 1L;

    private final KuraErrorCode code;
    private final String message;

    /**
     * A failure without details.
     *
     * @param code the reason, not null
     */
    public KuraException(KuraErrorCode code) {
        this(code, new Object[0]);
    }

    /**
     * A failure with details.
     *
     * @param code the reason, not null
     * @param arguments what the message shows after the reason
     */
    public KuraException(KuraErrorCode code, Object... arguments) {
        this(code, null, arguments);
    }

    /**
     * A failure with its cause.
     *
     * @param code the reason, not null
     * @param cause what led to it; may be null
     * @param arguments what the message shows after the reason
     */
    public KuraException(KuraErrorCode code, Throwable cause, Object... arguments) {
        super(null, cause);
        this.code = Objects.requireNonNull(code, "code");
        this.message = code.message(arguments);
    }

    /**
     * {@return an {@link KuraErrorCode#INTERNAL_ERROR} that says what happened}
     *
     * @param message what happened
     */
    public static KuraException internalError(String message) {
        return new KuraException(KuraErrorCode.INTERNAL_ERROR, message);
    }

    /**
     * {@return an {@link KuraErrorCode#INTERNAL_ERROR} with its cause}
     *
     * @param cause what led to it
     */
    public static KuraException internalError(Throwable cause) {
        return new KuraException(KuraErrorCode.INTERNAL_ERROR, cause);
    }

    /**
     * {@return an {@link KuraErrorCode#INTERNAL_ERROR} with its cause that says what happened}
     *
     * @param cause what led to it
     * @param message what happened
     */
    public static KuraException internalError(Throwable cause, String message) {
        return new KuraException(KuraErrorCode.INTERNAL_ERROR, cause, message);
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
