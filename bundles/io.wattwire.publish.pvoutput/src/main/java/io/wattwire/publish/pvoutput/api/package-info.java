/** PVOutput's service, as a publisher and a command use it: access, requests, answers, rows. */
@Export
@Version("1.0.0")
package io.wattwire.publish.pvoutput.api;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
