/** Turns the configuration of other programs into wire graphs. */
package io.wattwire.cli.imports;
