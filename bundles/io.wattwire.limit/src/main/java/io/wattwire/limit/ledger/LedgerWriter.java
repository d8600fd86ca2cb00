package io.wattwire.limit.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes segments. After a failure it begins a new one, because the last line of the old one may be
 * torn.
 */
class LedgerWriter {

    private static final Logger LOG = LoggerFactory.getLogger(LedgerWriter.class);

    private final Segments segments;
    private final String pid;
    private final LedgerBounds bounds;
    private FileChannel channel;
    private Scribe scribe;
    private long written;

    LedgerWriter(Path directory, String pid, LedgerBounds bounds) {
        this.segments = new Segments(directory);
        this.pid = pid;
        this.bounds = bounds;
    }

    void write(List<Entry> entries) throws IOException {
        for (Entry entry : entries) {
            if (channel == null) {
                begin(entry.wallMillis());
            }
            scribe.write(entry);
            append(scribe.take());
            if (written >= bounds.segmentBytes()) {
                end();
            }
        }
    }

    private void begin(long wallMillis) throws IOException {
        packWhatThereIs();
        segments.prune(bounds.bytes() - bounds.segmentBytes(), bounds.days(), wallMillis);
        channel = open(segments.next());
        scribe = new Scribe(pid);
        written = 0;
    }

    /** Uncompressed it is a ledger too; a full disk must not keep the next segment from its try. */
    private void packWhatThereIs() {
        try {
            segments.pack();
        } catch (IOException e) {
            LOG.debug("{}: older segments stay as they are", pid, e);
        }
    }

    FileChannel open(Path segment) throws IOException {
        return FileChannel.open(segment, StandardOpenOption.WRITE);
    }

    private void append(String text) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(UTF_8));
        while (bytes.hasRemaining()) {
            written += channel.write(bytes);
        }
    }

    /** Closes the segment; the next entry begins another. */
    void end() throws IOException {
        FileChannel closing = channel;
        channel = null;
        if (closing != null) {
            try (closing) {
                closing.force(true);
            }
        }
    }
}
