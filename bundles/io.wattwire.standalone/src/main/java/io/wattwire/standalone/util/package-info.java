/** Small things that several packages of the stand-alone run use. */
package io.wattwire.standalone.util;
