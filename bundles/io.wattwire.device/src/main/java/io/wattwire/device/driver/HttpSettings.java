package io.wattwire.device.driver;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.AttributeType;

/**
 * The settings of a driver whose devices have an HTTP interface: those of every driver, and who
 * asks.
 */
public interface HttpSettings extends DriverSettings {

    /**
     * User that the device asks for.
     *
     * @return empty for none
     */
    @AttributeDefinition(
            name = "User name",
            description = "As on the device's sticker. Empty: the device asks for none.",
            required = false)
    String username();

    /**
     * Secret of the user.
     *
     * @return the password, encrypted by Kura
     */
    @AttributeDefinition(
            name = "Password",
            description = "As on the device's sticker. Kura keeps it encrypted.",
            required = false,
            type = AttributeType.PASSWORD)
    String password();
}
