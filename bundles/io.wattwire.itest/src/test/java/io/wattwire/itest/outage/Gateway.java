package io.wattwire.itest.outage;

/** What sends values to one kind of server; as it is in the product, without a framework. */
interface Gateway extends AutoCloseable {

    /** Hands a value over; never waits. */
    void take(int number);

    /** How many values it says it has lost. */
    long lost();

    @Override
    void close();
}
