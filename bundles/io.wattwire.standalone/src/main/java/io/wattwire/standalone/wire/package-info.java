/** Wires between components: the graph, its wires and the helpers of components. */
package io.wattwire.standalone.wire;
