/**
 * The base of components that bring values from elsewhere into a wire graph.
 *
 * <p>A source says how it gets its values; its life with Kura, its settings and its wires are here.
 */
@Export
@Version("1.2.0")
package io.wattwire.device.source;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
