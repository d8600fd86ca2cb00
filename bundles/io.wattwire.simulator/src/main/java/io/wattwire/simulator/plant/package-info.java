/**
 * The physics of a site: sun, house, battery, inverter and grid, with an account of what happened.
 *
 * <p>Signs: grid + is import, battery + is charging, inverter + is generating, load + is consuming.
 * Time comes from a clock that the caller gives, so a day may pass in a second.
 */
@Export
@Version("1.0.0")
package io.wattwire.simulator.plant;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
