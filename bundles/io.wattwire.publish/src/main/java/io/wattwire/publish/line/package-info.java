/** Batches of lines for databases that take many at once and may refuse single ones. */
@Export
@Version("1.0.0")
package io.wattwire.publish.line;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
