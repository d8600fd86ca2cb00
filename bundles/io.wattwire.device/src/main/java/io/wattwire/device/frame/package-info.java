/**
 * Modbus frames as bytes: lengths, checksums, finding frames in a stream. Shared by links and
 * server, not exported.
 */
package io.wattwire.device.frame;
