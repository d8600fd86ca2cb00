/** The connection to an MQTT broker that publishers share; the client's library stays inside. */
@Export
@Version("1.0.0")
package io.wattwire.publish.mqtt;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
