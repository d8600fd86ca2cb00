package io.wattwire.publish.live;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.AttributeType;

/**
 * What Kura's screen shows of where a page is; {@link io.wattwire.publish.http.serve.DoorSettings}
 * reads it. A page says its port and its secrets in its own words.
 */
public interface PageSettings {

    /**
     * Where it listens.
     *
     * @return an address of the gateway
     */
    @AttributeDefinition(
            name = "Address",
            description =
                    "127.0.0.1: this machine only. 0.0.0.0: everybody, which needs the secret.",
            required = false,
            defaultValue = "127.0.0.1")
    String http_address();

    /**
     * Names of the gateway.
     *
     * @return separated by commas
     */
    @AttributeDefinition(
            name = "Host names",
            description = "By which callers call the gateway, besides its addresses and localhost.",
            required = false)
    String http_hosts();

    /**
     * Certificate and key.
     *
     * @return path of a file
     */
    @AttributeDefinition(
            name = "Key store",
            description = "PKCS12 file with key and certificate: HTTPS. Empty: HTTP.",
            required = false)
    String http_keystore();

    /**
     * Secret of the key store.
     *
     * @return the password
     */
    @AttributeDefinition(
            name = "Key store password",
            description = "Kura keeps it encrypted.",
            required = false,
            type = AttributeType.PASSWORD)
    String http_keystore_password();
}
