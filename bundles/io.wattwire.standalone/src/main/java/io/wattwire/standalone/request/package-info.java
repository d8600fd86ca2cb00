/** Requests from the cloud, answered as Kura answers them. */
package io.wattwire.standalone.request;
