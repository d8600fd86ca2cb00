/** What travels to Eclipse Kapua: payloads as bytes and back. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package io.wattwire.standalone.kapua;
