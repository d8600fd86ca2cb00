/** Values from an MQTT broker as a wire emitter. */
package io.wattwire.source.mqtt;
