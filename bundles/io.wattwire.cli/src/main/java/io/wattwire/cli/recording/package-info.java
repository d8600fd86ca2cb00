/** Recordings of conversations with devices: their files, and what is left out of them. */
package io.wattwire.cli.recording;
