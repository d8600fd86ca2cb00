/**
 * One device on its unit ids: reads by plan, guarded writes, link health. The engine of the Kura
 * drivers and of the command line; it knows nothing of Kura.
 */
@Export
@Version("1.2.0")
package io.wattwire.device.session;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
