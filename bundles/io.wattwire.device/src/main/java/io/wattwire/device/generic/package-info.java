/** A driver for devices that nobody wrote a driver for: the user brings the tables. */
package io.wattwire.device.generic;
