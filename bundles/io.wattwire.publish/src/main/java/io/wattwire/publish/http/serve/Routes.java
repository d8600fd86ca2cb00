package io.wattwire.publish.http.serve;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/**
 * Which handler answers what, by path and method. Paths match exactly; a part {@code *} of a
 * pattern matches any one part of a path. HEAD is answered as GET. Fill it before the door opens.
 */
public final class Routes {

    private static final String ANY = "*";

    private final List<Route> routes = new ArrayList<>();

    private record Route(String method, List<String> pattern, Handler handler) {
        boolean leadsTo(List<String> path) {
            if (path.size() != pattern.size()) {
                return false;
            }
            for (int i = 0; i < path.size(); i++) {
                if (!pattern.get(i).equals(ANY) && !pattern.get(i).equals(path.get(i))) {
                    return false;
                }
            }
            return true;
        }
    }

    /**
     * Adds a way.
     *
     * @param method such as {@code POST}
     * @param pattern such as {@code /assets/*}; {@code /} is the door itself
     * @param handler who answers; the first that fits does
     * @return this
     */
    public Routes on(String method, String pattern, Handler handler) {
        String parts = pattern.substring(1);
        routes.add(
                new Route(
                        method,
                        parts.isEmpty() ? List.of() : List.of(parts.split("/", -1)),
                        handler));
        return this;
    }

    Answer answer(Request request) {
        String method = request.method().equals("HEAD") ? "GET" : request.method();
        TreeSet<String> others = new TreeSet<>();
        for (Route route : routes) {
            if (route.leadsTo(request.path())) {
                if (route.method().equals(method)) {
                    return route.handler().answer(request);
                }
                others.add(route.method());
            }
        }
        return others.isEmpty()
                ? Answer.error(404, "there is nothing at this path")
                : Answer.error(405, "this path takes " + String.join(", ", others));
    }
}
