/**
 * Watches the grid connection as EREC G100 Issue 2 describes it: excursions, stages, lock-out,
 * resets by role and sealed settings. It works beside the limit's loop, is told nothing by it but
 * what the meter says, and is evidence and comfort, no certificate.
 */
package io.wattwire.limit.supervisor;
