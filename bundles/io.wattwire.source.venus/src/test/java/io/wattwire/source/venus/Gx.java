package io.wattwire.source.venus;

/** What every way to a GX has, for tests. */
interface Gx {

    /** Shows a value, as a device does when it changed. */
    void show(String path, double value) throws Exception;

    /** Tells all, because somebody else asked for it. */
    void tellAll() throws Exception;
}
