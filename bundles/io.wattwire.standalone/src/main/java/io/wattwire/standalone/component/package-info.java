/** Wire components under the names and with the settings that they have in Kura. */
package io.wattwire.standalone.component;
