package io.wattwire.publish.mqtt;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.AttributeType;

/** What Kura's screen shows of a broker; {@link MqttAccess} reads it. */
public interface BrokerSettings {

    /**
     * Host of the broker.
     *
     * @return name or address
     */
    @AttributeDefinition(
            name = "Host",
            description = "Name or address of the broker.",
            required = false,
            defaultValue = "localhost")
    String host();

    /**
     * Its port.
     *
     * @return 1 to 65535
     */
    @AttributeDefinition(
            name = "Port",
            description = "Empty: 1883, with TLS 8883.",
            required = false,
            min = "1",
            max = "65535")
    int port();

    /**
     * Encryption.
     *
     * @return whether the connection has it
     */
    @AttributeDefinition(
            name = "TLS",
            description = "Needed wherever others share the network.",
            required = false,
            defaultValue = "false")
    boolean tls();

    /**
     * Who certifies the broker.
     *
     * @return path of a file in PEM form
     */
    @AttributeDefinition(
            name = "TLS authority",
            description = "File with certificates in PEM form. Empty: Java's trust store.",
            required = false)
    String tls_ca();

    /**
     * Account.
     *
     * @return its name
     */
    @AttributeDefinition(name = "User name", description = "Empty: none.", required = false)
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
     * Name at the broker.
     *
     * @return the client id
     */
    @AttributeDefinition(
            name = "Client id",
            description = "Empty: wattwire- and the name of this component.",
            required = false)
    String client_id();
}
