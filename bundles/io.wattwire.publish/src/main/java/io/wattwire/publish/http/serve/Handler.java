package io.wattwire.publish.http.serve;

/** Answers one kind of request. Called by several threads at once. */
@FunctionalInterface
public interface Handler {

    /**
     * Answers. Ends by itself within moments: the door bounds what callers do, not what handlers
     * do.
     *
     * @param request whose credential, origin and size are checked already
     * @return the answer; what is thrown becomes a 500 without details
     */
    Answer answer(Request request);
}
