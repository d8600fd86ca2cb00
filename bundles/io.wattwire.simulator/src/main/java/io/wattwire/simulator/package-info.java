/** Simulated sites: a plant, the devices on it and their faults, served on the real protocols. */
@Export
@Version("1.0.0")
package io.wattwire.simulator;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
