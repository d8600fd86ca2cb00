/**
 * A Kura driver turned round: what is written to its channels becomes the registers of a meter, for
 * an inverter to read.
 */
package io.wattwire.driver.solaredge;
