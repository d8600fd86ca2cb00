/** The run without Kura: the facade that starts it, loads a snapshot and tells what happens. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package io.wattwire.standalone;
