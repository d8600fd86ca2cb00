/** Read plans: which requests fetch a set of registers at the least cost. */
@Export
@Version("1.0.0")
package io.wattwire.device.plan;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
