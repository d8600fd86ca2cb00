/**
 * Simulated devices: registers made from a driver's table, with values that are fixed or come from
 * a plant.
 */
@Export
@Version("1.1.0")
package io.wattwire.simulator.device;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
