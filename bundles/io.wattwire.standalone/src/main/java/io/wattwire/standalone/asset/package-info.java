/** Assets on wires: channels of a driver, read and written as Kura does it. */
package io.wattwire.standalone.asset;
