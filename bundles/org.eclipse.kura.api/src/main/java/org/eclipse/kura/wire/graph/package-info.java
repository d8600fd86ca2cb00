/** The graph of wire components, their ports and the wires between them. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package org.eclipse.kura.wire.graph;
