package io.wattwire.device.driver;

import org.osgi.service.metatype.annotations.AttributeDefinition;

/**
 * The settings of a driver whose devices have parts on unit ids of their own: those of every
 * driver, and these unit ids.
 */
public interface ServiceSettings extends DriverSettings {

    /**
     * Unit ids of the parts.
     *
     * @return such as {@code grid=30 pvinverter=31 battery=-}
     */
    @AttributeDefinition(
            name = "Unit ids of the parts",
            description =
                    "Parts of the device that have a unit id of their own, for example \"grid=30"
                            + " pvinverter=31 battery=-\"; - for one that is not there. The"
                            + " driver's page lists them. Empty: as the device leaves the factory.",
            required = false)
    String units();
}
