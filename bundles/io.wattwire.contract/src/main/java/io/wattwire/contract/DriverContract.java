package io.wattwire.contract;

/**
 * All that every driver must do. A driver's test extends it and says how to make the driver; what
 * is particular to the brand, it tests itself.
 */
public abstract class DriverContract
        implements TableContract, WireContract, CostContract, KuraContract {

    /** For subclasses. */
    protected DriverContract() {}
}
