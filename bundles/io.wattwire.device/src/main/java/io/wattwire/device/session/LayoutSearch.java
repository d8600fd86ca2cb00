package io.wattwire.device.session;

import io.wattwire.device.link.Deadline;
import io.wattwire.device.link.LinkException;
import io.wattwire.device.link.LinkException.Reason;
import io.wattwire.device.link.Priority;
import io.wattwire.device.model.BlockPlace;
import io.wattwire.device.model.Layout;
import io.wattwire.device.model.Range;
import io.wattwire.device.plan.Block;
import java.util.List;
import java.util.Optional;

/**
 * Finds the device's blocks, once per connection. What was found stays known when time runs out,
 * and the next call goes on. Guarded by the recognition's turn.
 */
final class LayoutSearch {

    private static final int ILLEGAL_ADDRESS = 2;
    private static final int ILLEGAL_VALUE = 3;
    private static final int NEVER = -1;

    private final Layout layout;
    private final int unit;
    private final DeviceLink link;
    private final BlockReader reader;
    private final Samples samples;

    private Layout.Search search;
    private int connection = NEVER;

    LayoutSearch(Layout layout, int unit, DeviceLink link, BlockReader reader, Samples samples) {
        this.layout = layout;
        this.unit = unit;
        this.link = link;
        this.reader = reader;
        this.samples = samples;
    }

    /**
     * Where the device's blocks are.
     *
     * @throws LinkException when the device does not answer, has none, or time runs out
     */
    List<BlockPlace> places(Deadline deadline) throws LinkException {
        if (search == null || connection != samples.connection()) {
            begin();
        }
        for (Optional<Range> next = search.next(); next.isPresent(); next = search.next()) {
            int before = samples.connection();
            int[] words = ask(next.get(), deadline);
            if (samples.connection() != before && connection != NEVER) {
                begin(); // what was found before belongs to another connection
                continue;
            }
            connection = samples.connection();
            search.told(words);
        }
        if (search.found().isEmpty()) {
            String problem = search.problem();
            search = null; // a device that has just started may have them later
            throw new LinkException(Reason.GARBAGE, problem);
        }
        return search.found();
    }

    private void begin() {
        search = layout.search();
        connection = NEVER;
    }

    private int[] ask(Range range, Deadline deadline) throws LinkException {
        Block block = new Block(range.kind(), range.from(), range.to() - range.from() + 1);
        if (!reader.fits(block, deadline)) {
            throw new LinkException(
                    Reason.TIMEOUT,
                    "the device is still being asked where its registers are; the next read goes"
                            + " on");
        }
        try {
            return link.read(unit, block, Priority.FAST, deadline);
        } catch (LinkException refused) {
            int code = refused.modbusException();
            if (code == ILLEGAL_ADDRESS || code == ILLEGAL_VALUE) {
                return new int[0];
            }
            throw refused;
        }
    }
}
