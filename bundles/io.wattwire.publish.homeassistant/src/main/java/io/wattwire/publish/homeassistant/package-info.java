/**
 * Values to an MQTT broker, described so that Home Assistant finds them, and control from there.
 */
package io.wattwire.publish.homeassistant;
