/**
 * Beans that hold a description of configuration; Kura needs these classes, not only their
 * interfaces.
 */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package org.eclipse.kura.core.configuration.metatype;
