package io.wattwire.device.server;

/** Finds what is behind a unit id. */
interface Units {

    /** The registers of a unit; null when it is not here, or has reason to be silent. */
    RegisterBank find(int id);
}
