package io.wattwire.itest.outage;

import java.util.List;

/** Where values arrive; down until it is brought up. */
interface Server extends AutoCloseable {

    /** As the gateway's settings name it. */
    String address();

    /** From now on it takes what comes. */
    void up() throws Exception;

    /** From now on it answers nothing, while it takes what comes; whether it can do that. */
    boolean mute(boolean on);

    /** What arrived, in order. */
    List<Integer> numbers();

    @Override
    void close();
}
