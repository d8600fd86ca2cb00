/**
 * The Kura driver that every brand extends: a driver bundle brings two tables and a short class,
 * everything else is here.
 */
@Export
@Version("1.5.0")
package io.wattwire.device.driver;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
