/**
 * What outlives a power cut. It knows Java only and is not exported: whoever needs it carries a
 * copy, so that an update of the engine never reloads a limit.
 */
package io.wattwire.device.disk;
