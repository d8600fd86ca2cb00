/**
 * The connection to an MQTT broker that publishers and sources share; the client's library stays
 * inside.
 */
@Export
@Version("2.0.0")
package io.wattwire.publish.mqtt;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
