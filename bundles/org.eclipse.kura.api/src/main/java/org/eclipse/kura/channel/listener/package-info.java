/** Events that a driver raises for a channel by itself. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package org.eclipse.kura.channel.listener;
