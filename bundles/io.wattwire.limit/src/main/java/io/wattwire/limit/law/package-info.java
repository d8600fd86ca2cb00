/**
 * The law of the dynamic limit: a pure function from settings, memory, readings and time to the
 * limits of all inverters. No clock, no input or output, no thread.
 */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package io.wattwire.limit.law;
