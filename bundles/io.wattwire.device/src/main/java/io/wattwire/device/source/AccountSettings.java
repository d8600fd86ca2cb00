package io.wattwire.device.source;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.AttributeType;

/** What Kura's screen shows of who asks a database: an account or a token. */
public interface AccountSettings {

    /**
     * Account.
     *
     * @return its name
     */
    @AttributeDefinition(
            name = "User name",
            description = "Empty: none, or a token.",
            required = false)
    String username();

    /**
     * Secret of the account.
     *
     * @return the password
     */
    @AttributeDefinition(
            name = "Password",
            description = "Kura keeps it encrypted.",
            required = false,
            type = AttributeType.PASSWORD)
    String password();

    /**
     * Secret instead of an account.
     *
     * @return the token
     */
    @AttributeDefinition(
            name = "Token",
            description = "Instead of user name and password. Kura keeps it encrypted.",
            required = false,
            type = AttributeType.PASSWORD)
    String token();
}
