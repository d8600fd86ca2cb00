/**
 * Links to devices: one conversation per wire, shared by all who talk to devices on it.
 *
 * <p>{@link io.wattwire.device.link.LinkPool} hands out leases; an exchange sends one request in
 * Modbus terms, whatever the device speaks, and returns the answer that belongs to it, or fails by
 * its deadline. Only this package opens connections to devices.
 */
@Export
@Version("1.4.0")
package io.wattwire.device.link;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
