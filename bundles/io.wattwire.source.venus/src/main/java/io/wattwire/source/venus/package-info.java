/** Values of a Victron GX, as it shows them to others, as a wire emitter. */
package io.wattwire.source.venus;
