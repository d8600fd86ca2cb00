/** GivTCP's paths: the structure of values, and each command by a POST. */
package io.wattwire.publish.givtcp.rest;
