/**
 * What components in a wire graph share: their place in the graph, how a source is named, how its
 * records are read, how settings are checked, and the one thread that emits.
 *
 * <p>It knows Kura's API and nothing else of ours, and is not exported: each bundle carries its own
 * copy, so that an update of the engine never reloads a limit.
 */
package io.wattwire.device.wire;
