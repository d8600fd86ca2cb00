package io.wattwire.standalone;

/**
 * What waits for the broker, over all cloud connections.
 *
 * @param connected whether each cloud connection stands; false if there is none
 * @param waiting messages that are kept and not delivered yet
 * @param dropped messages lost since the start because the queue was full or the disk failed
 */
public record Backlog(boolean connected, long waiting, long dropped) {}
