/** Kura's configuration service on top of OSGi's, with Kura's metatypes and snapshots. */
package io.wattwire.standalone.configuration;
