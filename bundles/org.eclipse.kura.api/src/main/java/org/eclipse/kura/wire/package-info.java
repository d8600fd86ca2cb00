/** Wire components, and the envelopes that travel between them. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("2.0.0")
package org.eclipse.kura.wire;
