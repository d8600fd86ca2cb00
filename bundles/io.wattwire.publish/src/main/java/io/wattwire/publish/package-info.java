/**
 * The base of components that bring values from a wire graph to somewhere else.
 *
 * <p>What arrives on the wire is on disk within moments and leaves from there, in order, thinned
 * out as the owner wants it. A publisher says how its target is told; the rest is here.
 */
@Export
@Version("1.1.0")
package io.wattwire.publish;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
