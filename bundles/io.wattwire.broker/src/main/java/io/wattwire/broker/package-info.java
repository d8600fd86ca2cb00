/** An MQTT broker inside the process, for demonstrations and tests. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package io.wattwire.broker;
