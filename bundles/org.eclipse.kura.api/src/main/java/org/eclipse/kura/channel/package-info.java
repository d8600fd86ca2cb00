/** Channels, and the records that carry their values to and from a driver. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.2.0")
package org.eclipse.kura.channel;
