/** Twenty scripted days on which laws for the limit of one inverter are compared. */
package io.wattwire.bench.days;
