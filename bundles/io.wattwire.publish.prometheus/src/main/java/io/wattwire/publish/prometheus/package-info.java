/** What comes by wire, as Prometheus reads it. */
package io.wattwire.publish.prometheus;
