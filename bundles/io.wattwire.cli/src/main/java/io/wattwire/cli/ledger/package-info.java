/** How the ledger of a limit is shown. */
package io.wattwire.cli.ledger;
