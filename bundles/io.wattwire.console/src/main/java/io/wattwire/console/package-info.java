/** A page and a REST interface with what comes by wire; commands for listed points. */
package io.wattwire.console;
