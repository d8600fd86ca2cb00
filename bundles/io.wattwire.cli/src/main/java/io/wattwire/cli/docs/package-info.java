/** The parts of the documentation that follow from the drivers' tables. */
package io.wattwire.cli.docs;
