/**
 * What every driver must hold: the checks that all of them inherit, and the facts typed
 * independently of their tables. For tests only.
 */
@Export
@Version("1.0.0")
package io.wattwire.contract;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
