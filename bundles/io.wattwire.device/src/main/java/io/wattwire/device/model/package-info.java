/**
 * What a device says of itself: registers, their codecs, the common points computed from them, and
 * the vocabulary that all brands share. Everything here is immutable and thread-safe; nothing here
 * does I/O towards a device.
 */
@Export
@Version("1.3.0")
package io.wattwire.device.model;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
