/**
 * A Modbus server: what a simulator or an emulated meter answers with.
 *
 * <p>It binds to loopback unless told otherwise, and can be told to misbehave so that clients are
 * tried against bad devices.
 */
@Export
@Version("1.4.0")
package io.wattwire.device.server;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
