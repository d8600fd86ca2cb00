package io.wattwire.console;

import io.wattwire.publish.http.serve.Answer;
import io.wattwire.publish.http.serve.Routes;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** The page, its style and its script: all from here, as nothing else may be loaded. */
final class Page {

    private Page() {}

    static Routes add(Routes routes) {
        Answer page = file("page.html", "text/html; charset=utf-8");
        Answer style = file("page.css", "text/css; charset=utf-8");
        Answer script = file("page.js", "text/javascript; charset=utf-8");
        return routes.on("GET", "/", request -> page)
                .on("GET", "/page.css", request -> style)
                .on("GET", "/page.js", request -> script);
    }

    private static Answer file(String name, String type) {
        try (InputStream in = Page.class.getResourceAsStream(name)) {
            return new Answer(200, type, in.readAllBytes());
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }
}
