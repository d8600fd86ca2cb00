/** A driver for devices that nobody wrote a driver for: the user brings the tables. */
@Export
@Version("1.0.0")
package io.wattwire.device.generic;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
