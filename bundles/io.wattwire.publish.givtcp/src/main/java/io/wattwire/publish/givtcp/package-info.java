/** GivEnergy inverters as GivTCP shows and commands them. */
package io.wattwire.publish.givtcp;
