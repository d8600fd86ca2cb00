/**
 * GivTCP's commands as its users have them: a name and a payload become writes to channels of the
 * GivEnergy driver, or a reason why not. All but {@code Commander}, which carries them out, is
 * pure.
 */
package io.wattwire.publish.givtcp.control;
