/** The way of a message to Eclipse Kapua: topics and payloads, store and forward, MQTT. */
package io.wattwire.standalone.cloud;
