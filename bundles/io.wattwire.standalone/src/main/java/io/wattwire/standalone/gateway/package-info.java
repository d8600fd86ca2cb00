/** What stands behind the facade: starting, loading, stopping. */
package io.wattwire.standalone.gateway;
