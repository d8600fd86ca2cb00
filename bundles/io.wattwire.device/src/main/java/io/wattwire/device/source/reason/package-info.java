/**
 * Why a server could not be reached, for all who speak to one: sources, publishers and the
 * stand-alone run, which carries a copy, as it also starts without the engine.
 */
@Export
@Version("1.0.0")
package io.wattwire.device.source.reason;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
