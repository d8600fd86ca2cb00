/**
 * A small front door for those who ask over HTTP: loopback unless the owner says otherwise, a
 * credential where anybody else can reach it, nothing for other origins, and a bound on everything
 * that a caller sends.
 */
@Export
@Version("1.0.0")
package io.wattwire.publish.http.serve;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
