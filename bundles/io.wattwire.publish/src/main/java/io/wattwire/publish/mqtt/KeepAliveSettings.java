package io.wattwire.publish.mqtt;

import org.osgi.service.metatype.annotations.AttributeDefinition;

/** What Kura's screen shows of how soon a publisher's lost connection is noticed. */
public interface KeepAliveSettings {

    /**
     * Life sign.
     *
     * @return s, 5 to 3600
     */
    @AttributeDefinition(
            name = "Keep alive (s)",
            description = "After one and a half of it without a sign the connection is lost.",
            required = false,
            defaultValue = "30",
            min = "5",
            max = "3600")
    int keep_alive_s();
}
