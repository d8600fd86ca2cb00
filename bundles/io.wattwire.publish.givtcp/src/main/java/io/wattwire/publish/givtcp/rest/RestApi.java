package io.wattwire.publish.givtcp.rest;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonObject;
import io.wattwire.publish.givtcp.control.Commander;
import io.wattwire.publish.givtcp.control.GivTcpControls;
import io.wattwire.publish.givtcp.control.Outcome;
import io.wattwire.publish.givtcp.control.Way;
import io.wattwire.publish.http.serve.Answer;
import io.wattwire.publish.http.serve.Request;
import io.wattwire.publish.http.serve.Routes;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The paths of GivTCP: {@code /getData}, {@code /readData} and {@code /runAll}, {@code /getCache}
 * as version 3 calls it, and a path for each command. The answer to a command is {@code {"result":
 * "…"}} with status 200 whether it was carried out or not, as GivTCP's users expect it; {@code
 * done} says which. Thread-safe.
 */
public final class RestApi {

    private static final int OK = 200;
    private static final String NOBODY =
            "it is not clear which inverter is meant, or none has told its values yet; write its"
                    + " serial number before the path: /CE2044G012/readData";

    private final Function<String, Optional<JsonObject>> data;
    private final Commander commander;
    private final Gson pretty = new GsonBuilder().setPrettyPrinting().serializeNulls().create();

    /**
     * Answers from what is known now; asks no device for values.
     *
     * @param data GivTCP's structure of an inverter, by its serial number
     * @param commander carries commands out
     */
    public RestApi(Function<String, Optional<JsonObject>> data, Commander commander) {
        this.data = data;
        this.commander = commander;
    }

    /**
     * The paths of one door.
     *
     * @param serial the inverter that is meant where the path names none; empty for the only one
     * @return the paths, with and without a serial number before them
     */
    public Routes routes(Optional<String> serial) {
        Routes routes = new Routes();
        for (String path : List.of("readData", "runAll", "getCache")) {
            both(routes, "GET", path, serial, (request, inverter) -> values(inverter));
        }
        both(routes, "GET", "getData", serial, (request, inverter) -> fetched(inverter));
        for (String command : GivTcpControls.names(Way.REST)) {
            both(
                    routes,
                    "POST",
                    command,
                    serial,
                    (request, inverter) -> command(request, inverter, command));
        }
        return routes;
    }

    /** What is done for an inverter. */
    @FunctionalInterface
    private interface ForInverter {
        Answer answer(Request request, String serial);
    }

    private void both(
            Routes routes, String method, String path, Optional<String> serial, ForInverter way) {
        routes.on(
                method,
                "/" + path,
                request ->
                        serial.or(commander::only)
                                .map(inverter -> way.answer(request, inverter))
                                .orElseGet(() -> result(false, NOBODY)));
        routes.on(method, "/*/" + path, request -> way.answer(request, request.path().get(0)));
    }

    private Answer values(String serial) {
        return data.apply(serial)
                .map(values -> Answer.json(OK, pretty.toJson(values)))
                .orElseGet(() -> result(false, "Failure to find data cache"));
    }

    /** Values come by themselves here, so there is nothing to fetch but the word. */
    private Answer fetched(String serial) {
        return data.apply(serial).isPresent()
                ? result(true, "Success retrieving data")
                : result(false, "Error collecting registers: no values have come yet");
    }

    private Answer command(Request request, String serial, String name) {
        Optional<String> body = request.text();
        if (body.isEmpty()) {
            return Answer.error(400, "the body is no text in UTF-8");
        }
        Outcome outcome =
                commander.command(
                        new Commander.Origin(Way.REST, "REST " + request.from(), false),
                        serial,
                        name,
                        body.get());
        return result(outcome.done(), outcome.text());
    }

    private Answer result(boolean done, String text) {
        JsonObject answer = new JsonObject();
        answer.addProperty("result", text);
        answer.addProperty("done", done);
        return Answer.json(OK, answer + "\n");
    }
}
