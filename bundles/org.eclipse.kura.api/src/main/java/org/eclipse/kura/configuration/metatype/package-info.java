/** Descriptions of configuration: object classes and their attributes. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.1.0")
package org.eclipse.kura.configuration.metatype;
