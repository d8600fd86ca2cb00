/** Kura's system and crypto services without Kura. */
package io.wattwire.standalone.system;
