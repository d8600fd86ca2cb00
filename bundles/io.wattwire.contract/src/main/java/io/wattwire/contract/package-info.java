/**
 * What every driver must do, as tests that its own test class inherits by extending {@link
 * io.wattwire.contract.DriverContract}.
 */
package io.wattwire.contract;
