/** Values from an InfluxDB as a wire emitter. */
package io.wattwire.source.influxdb;
