/** One request over HTTP that ends when it has to, whatever the server does. */
@Export
@Version("1.1.0")
package io.wattwire.publish.http;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
