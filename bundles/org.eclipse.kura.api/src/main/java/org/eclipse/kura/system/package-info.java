/** Facts about the gateway: hardware, software, directories. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.7.0")
package org.eclipse.kura.system;
