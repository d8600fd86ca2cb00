/**
 * Control that comes in from outside: whoever speaks MQTT, HTTP or anything else hands a command to
 * a {@link io.wattwire.publish.control.ControlGate}, which knows what the owner allows and writes
 * through the asset.
 */
@Export
@Version("1.0.0")
package io.wattwire.publish.control;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
