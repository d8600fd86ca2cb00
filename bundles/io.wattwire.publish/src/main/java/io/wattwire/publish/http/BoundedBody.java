package io.wattwire.publish.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;

/** The body of an HTTP answer as text; hangs up on a server that goes on for too long. */
public final class BoundedBody implements BodySubscriber<String> {

    private final int most;
    private final boolean cut;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final CompletableFuture<String> text = new CompletableFuture<>();
    private Subscription subscription;

    private BoundedBody(int most, boolean cut) {
        this.most = most;
        this.cut = cut;
    }

    /**
     * The beginning of a body, whatever its length.
     *
     * @param most bytes that are kept, 1 or more
     * @return takes one body
     */
    public static BoundedBody beginning(int most) {
        return new BoundedBody(most, true);
    }

    /**
     * A whole body; a longer one is an {@link IOException}.
     *
     * @param most bytes that are taken, 1 or more
     * @return takes one body
     */
    public static BoundedBody whole(int most) {
        return new BoundedBody(most, false);
    }

    @Override
    public void onSubscribe(Subscription begun) {
        subscription = begun;
        begun.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(List<ByteBuffer> buffers) {
        for (ByteBuffer buffer : buffers) {
            int room = most - bytes.size();
            boolean more = buffer.remaining() > room;
            byte[] some = new byte[Math.min(buffer.remaining(), room)];
            buffer.get(some);
            bytes.writeBytes(some);
            if (more || cut && bytes.size() == most) {
                end();
                return;
            }
        }
    }

    private void end() {
        subscription.cancel();
        if (cut) {
            onComplete();
        } else {
            onError(new IOException("the answer is longer than " + most + " bytes"));
        }
    }

    @Override
    public void onError(Throwable problem) {
        text.completeExceptionally(problem);
    }

    @Override
    public void onComplete() {
        text.complete(bytes.toString(StandardCharsets.UTF_8));
    }

    @Override
    public CompletionStage<String> getBody() {
        return text;
    }
}
