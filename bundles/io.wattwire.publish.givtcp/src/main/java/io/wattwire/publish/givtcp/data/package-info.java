/** GivTCP's data structure made of the values of our GivEnergy assets. */
package io.wattwire.publish.givtcp.data;
