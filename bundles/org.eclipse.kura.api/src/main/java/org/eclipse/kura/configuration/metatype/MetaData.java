package org.eclipse.kura.configuration.metatype;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/** All that one metatype file says. */
@ProviderType
public interface MetaData {
    /** {@return the descriptions} */
    List<OCD> getOCD();

    /** {@return which configurations they are for} */
    List<Designate> getDesignate();

    /** {@return where translations are; Kura reads none} */
    String getLocalization();
}
