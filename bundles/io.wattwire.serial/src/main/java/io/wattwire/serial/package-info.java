/**
 * Serial ports towards devices: open, read with a time limit, write, close.
 *
 * <p>This is the only package that knows the native serial library. It lives in a bundle of its own
 * so that an update of the device engine never loads the native code a second time.
 */
@Export
@Version("1.0.0")
package io.wattwire.serial;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
