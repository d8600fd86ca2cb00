/**
 * The newest value of each channel that comes by wire, for those who show it when they are asked:
 * nothing is queued, and no device is read because somebody asks.
 */
@Export
@Version("1.1.0")
package io.wattwire.publish.live;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
