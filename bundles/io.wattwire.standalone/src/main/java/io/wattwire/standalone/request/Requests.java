package io.wattwire.standalone.request;

import io.wattwire.standalone.kapua.KapuaPayload;
import java.io.IOException;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.eclipse.kura.KuraErrorCode;
import org.eclipse.kura.KuraException;
import org.eclipse.kura.cloudconnection.message.KuraMessage;
import org.eclipse.kura.cloudconnection.request.RequestHandler;
import org.eclipse.kura.cloudconnection.request.RequestHandlerContext;
import org.eclipse.kura.cloudconnection.request.RequestHandlerMessageConstants;
import org.eclipse.kura.message.KuraPayload;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes requests from the cloud to their handlers and the answers back, with Kura's topics, metrics
 * and codes. Devices are slow: requests are answered one by one on a thread of their own, and what
 * finds no place in its short queue is refused. Thread-safe.
 *
 * <p>Unlike Kura's it answers 404 for an application that is not here, and ignores what lay on the
 * broker: nobody knows how old such a request is.
 */
public final class Requests implements AutoCloseable {
    /** The largest request, in bytes as it came. */
    static final int LARGEST = 64 * 1024;

    private static final Logger LOG = LoggerFactory.getLogger(Requests.class);
    private static final String CODE = "response.code";
    private static final String REASON = "response.exception.message";
    private static final int OK = 200;
    private static final int BAD_REQUEST = 400;
    private static final int NOT_FOUND = 404;
    private static final int FAILED = 500;
    private static final int MOST_WAITING = 16;

    private final String owner;
    private final Map<String, RequestHandler> handlers;
    private final Replies replies;
    private final Set<String> said = new HashSet<>();
    private final ThreadPoolExecutor thread;

    /** Where answers go. Called on any thread. */
    public interface Replies {
        /**
         * Sends an answer, or drops it when nobody is connected.
         *
         * @param rest the topic behind the account's level
         * @param answer what to send
         */
        void reply(String rest, KuraPayload answer);
    }

    /**
     * Answers nothing before the first request.
     *
     * @param owner the {@code kura.service.pid}, for the log
     * @param handlers by the application's id
     * @param replies takes the answers
     */
    public Requests(String owner, Map<String, RequestHandler> handlers, Replies replies) {
        this.owner = owner;
        this.handlers = Map.copyOf(handlers);
        this.replies = replies;
        thread =
                new ThreadPoolExecutor(
                        1,
                        1,
                        1,
                        TimeUnit.MINUTES,
                        new ArrayBlockingQueue<>(MOST_WAITING),
                        task -> {
                            Thread worker = new Thread(task, owner + "-requests");
                            worker.setDaemon(true);
                            return worker;
                        },
                        (task, pool) -> {
                            if (task instanceof Task request) {
                                request.refuse();
                            }
                        });
    }

    /** {@return the ids of the applications, in order} */
    public Set<String> applications() {
        return new TreeSet<>(handlers.keySet());
    }

    /**
     * A message arrived below the gateway's own levels. Never waits.
     *
     * @param rest the topic behind them
     * @param payload as it came
     * @param retained it lay on the broker
     */
    public void arrived(String rest, byte[] payload, boolean retained) {
        if (!Request.isRequest(rest)) {
            return; // our own birth and the answers to others come by here, too
        }
        if (retained) {
            once("a retained request is ignored; publish without retain and clear the topic");
        } else if (payload.length > LARGEST) {
            once("a request of " + payload.length + " bytes is ignored; at most " + LARGEST);
        } else {
            read(rest, payload);
        }
    }

    private void read(String rest, byte[] payload) {
        try {
            Optional<Request> request = Request.of(rest, KapuaPayload.decode(payload));
            if (request.isPresent()) {
                thread.execute(new Task(request.get()));
            } else {
                once("a request without request.id and requester.client.id is ignored");
            }
        } catch (IOException e) {
            once("a request that is no payload of Kura is ignored: " + e.getMessage());
        }
    }

    /** The first of its kind; the kinds are few, whatever arrives. */
    private synchronized void once(String sentence) {
        if (said.add(sentence.replaceAll("\\d+|:.*", ""))) {
            LOG.warn("{}: {}; the next of this kind are not told", owner, sentence);
        }
    }

    /** One request that waits for its answer. */
    private final class Task implements Runnable {
        private final Request request;

        Task(Request request) {
            this.request = request;
        }

        @Override
        public void run() {
            reply(answer());
        }

        void refuse() {
            reply(failure(FAILED, "too many requests at once; wait a while"));
        }

        private void reply(KuraPayload answer) {
            answer.setTimestamp(new Date());
            String rest =
                    request.requester() + "/" + request.application() + "/REPLY/" + request.id();
            replies.reply(rest, answer);
        }

        private KuraPayload answer() {
            RequestHandler handler = handlers.get(request.application());
            if (handler == null) {
                return failure(NOT_FOUND, "not answered here; that needs a real Kura");
            }
            try {
                KuraPayload answer = call(handler).getPayload();
                if (answer.getMetric(CODE) == null) {
                    answer.addMetric(CODE, OK);
                }
                return answer;
            } catch (KuraException e) {
                return failure(code(e.getCode()), e.getMessage());
            } catch (RuntimeException e) {
                LOG.error("{}: a defect while answering, please report it", owner, e);
                return failure(FAILED, "a defect, see the gateway's log");
            }
        }

        private KuraMessage call(RequestHandler handler) throws KuraException {
            String args = RequestHandlerMessageConstants.ARGS_KEY.value();
            List<String> path = request.resources();
            KuraMessage message = new KuraMessage(request.payload(), Map.of(args, path));
            RequestHandlerContext context = new RequestHandlerContext(null, Map.of());
            return switch (request.method()) {
                case "GET" -> handler.doGet(context, message);
                case "PUT" -> handler.doPut(context, message);
                case "POST" -> handler.doPost(context, message);
                case "DEL" -> handler.doDel(context, message);
                default -> handler.doExec(context, message);
            };
        }
    }

    private static int code(KuraErrorCode code) {
        return switch (code) {
            case BAD_REQUEST -> BAD_REQUEST;
            case NOT_FOUND -> NOT_FOUND;
            default -> FAILED;
        };
    }

    private static KuraPayload failure(int code, String reason) {
        KuraPayload payload = new KuraPayload();
        payload.addMetric(CODE, code);
        payload.addMetric(REASON, reason);
        return payload;
    }

    /** Answers no more. */
    @Override
    public void close() {
        thread.shutdownNow();
    }
}
