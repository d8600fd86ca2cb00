/** What the facade shows of a run: faults, envelopes, publications. */
package io.wattwire.standalone.monitor;
