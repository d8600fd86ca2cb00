package org.eclipse.kura.cloudconnection;

/** Names of properties that tie the parts of a cloud connection together. */
public enum CloudConnectionConstants {
    /** Of a publisher or subscriber: the {@code kura.service.pid} of its endpoint. */
    CLOUD_ENDPOINT_SERVICE_PID_PROP_NAME("cloud.endpoint.service.pid"),

    /** Of a factory of publishers or subscribers: the factory of the connections it belongs to. */
    CLOUD_CONNECTION_FACTORY_PID_PROP_NAME("cloud.connection.factory.pid");

    private final String value;

    CloudConnectionConstants(String value) {
        this.value = value;
    }

    /** {@return the text behind the constant} */
    public String value() {
        return value;
    }
}
