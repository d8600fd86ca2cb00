package io.wattwire.publish.venus.bus;

import java.io.IOException;

/** On Debian's bus. */
class BusItemsInterop extends BusItemsContract {

    @Override
    Bus start() throws IOException {
        return new RealBus();
    }
}
