package io.wattwire.publish.venus.bus;

/** A bus for a test. */
public interface Bus extends AutoCloseable {

    /** Where it is. */
    BusPlace place();

    @Override
    void close() throws java.io.IOException;
}
