/**
 * Tries an inverter and a grid meter together before a dynamic limit is trusted with them, and
 * writes down what was found. Everything that is judged here is measured at the devices.
 */
package io.wattwire.cli.commission;
