/**
 * Remembers each decision of the limit with everything that led to it, bounded on disk, so that it
 * can be read and decided again.
 */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package io.wattwire.limit.ledger;
