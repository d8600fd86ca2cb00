package org.eclipse.kura.cloudconnection.request;

/** The keys of the context properties, by name. */
public enum RequestHandlerContextConstants {
    /** The account that asks. */
    TENANT_ID,

    /** The client id of the gateway that is asked. */
    DEVICE_ID,

    /** The {@code kura.service.pid} of the publisher of notifications. */
    NOTIFICATION_PUBLISHER_PID
}
