package io.wattwire.publish.givtcp;

import io.wattwire.publish.control.Plant;
import io.wattwire.publish.givtcp.data.Fleet;

/** What is open to the outside besides the values: GivTCP's commands and its REST. */
final class Doors implements AutoCloseable {

    Doors(String owner, DoorSettings settings, Fleet fleet, Plant plant) {
        // commands and REST are added here
    }

    /** A message below {@code <root>/control/<serial>/}; never waits. */
    void command(String serial, String command, byte[] payload, boolean retained) {
        // nothing is commanded yet
    }

    @Override
    public void close() {
        // nothing is open yet
    }
}
