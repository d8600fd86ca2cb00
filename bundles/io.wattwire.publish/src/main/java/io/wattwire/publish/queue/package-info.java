/** Records on disk until they have arrived, for whoever sends something to somewhere. */
@Export
@Version("1.0.0")
package io.wattwire.publish.queue;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
