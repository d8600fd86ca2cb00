package io.wattwire.source.venus;

/**
 * A device as a GX shows it.
 *
 * @param kind its class: {@code grid}, {@code battery}
 * @param instance its DeviceInstance, which tells several of a class apart
 */
record Service(String kind, int instance) implements Comparable<Service> {

    @Override
    public int compareTo(Service other) {
        int byKind = kind.compareTo(other.kind);
        return byKind != 0 ? byKind : Integer.compare(instance, other.instance);
    }

    @Override
    public String toString() {
        return kind + "/" + instance;
    }
}
