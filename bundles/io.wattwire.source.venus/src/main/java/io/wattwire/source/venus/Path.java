package io.wattwire.source.venus;

/**
 * Where a value is on a GX.
 *
 * @param service whose it is
 * @param name below the service, without a slash in front: {@code Ac/L1/Power}
 */
record Path(Service service, String name) {}
