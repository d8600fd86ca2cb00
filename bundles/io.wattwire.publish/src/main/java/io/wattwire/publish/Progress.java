package io.wattwire.publish;

import io.wattwire.device.session.StateStore;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * Up to which record everything has arrived, and the windows that were open behind it: from there
 * another run computes the same means again.
 */
final class Progress {

    private static final String FILE = "windows";

    private final StateStore files;
    private boolean saved;

    Progress(StateStore files) {
        this.files = files;
    }

    /** Restores the windows; gives the number of the last record in them, -1 for none. */
    long restore(Thinning thinning) throws IOException {
        Optional<String> text = files.load(FILE);
        saved = text.isPresent();
        List<String> lines = text.map(it -> it.lines().toList()).orElse(List.of());
        if (lines.isEmpty() || !lines.get(0).matches("\\d{1,18}")) {
            return -1;
        }
        thinning.restore(lines.subList(1, lines.size()));
        return Long.parseLong(lines.get(0));
    }

    /** Remembers; writes nothing for publishers that thin nothing out. */
    void save(long number, Thinning thinning) throws IOException {
        if (saved || thinning.hasOpenWindows()) {
            files.save(FILE, number + "\n" + String.join("\n", thinning.save()));
            saved = true;
        }
    }
}
