package io.wattwire.publish.venus.bus;

import java.io.IOException;

/** On a bus inside this virtual machine. */
class BusItemsTest extends BusItemsContract {

    @Override
    Bus start() throws IOException {
        return new VirtualBus();
    }
}
