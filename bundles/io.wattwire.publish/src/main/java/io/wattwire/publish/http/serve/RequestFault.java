package io.wattwire.publish.http.serve;

/** A request that is not answered as it asks. */
final class RequestFault extends Exception {

    private static final long serialVersionUID = 1L;

    private final int status;

    RequestFault(int status, String reason) {
        super(reason);
        this.status = status;
    }

    Answer answer() {
        return Answer.error(status, getMessage());
    }
}
