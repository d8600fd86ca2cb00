/**
 * GivTCP's commands as its users have them: a name and a payload become writes to channels of the
 * GivEnergy driver, or a reason why not. Pure: nothing here reads, writes or waits.
 */
package io.wattwire.publish.givtcp.control;
