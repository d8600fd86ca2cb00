package org.eclipse.kura.configuration.metatype;

import java.math.BigInteger;
import org.osgi.annotation.versioning.ProviderType;

/** A picture of a component. */
@ProviderType
public interface Icon {
    /** {@return where in the bundle it is} */
    String getResource();

    /** {@return its width in pixels} */
    BigInteger getSize();
}
