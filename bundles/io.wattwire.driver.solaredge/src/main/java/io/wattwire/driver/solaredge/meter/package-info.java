/**
 * The emulated meter without Kura and without a wire: from the values of any source to the
 * registers of a meter that an inverter knows.
 */
package io.wattwire.driver.solaredge.meter;
