package org.eclipse.kura.cloudconnection;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.eclipse.kura.cloudconnection.request.RequestHandlerMessageConstants;
import org.junit.jupiter.api.Test;

class CloudConnectionConstantsTest {
    @Test
    void constantsAreThePropertiesThatKuraWrites() {
        assertEquals(
                "cloud.endpoint.service.pid",
                CloudConnectionConstants.CLOUD_ENDPOINT_SERVICE_PID_PROP_NAME.value());
        assertEquals(
                "cloud.connection.factory.pid",
                CloudConnectionConstants.CLOUD_CONNECTION_FACTORY_PID_PROP_NAME.value());
        assertEquals("args", RequestHandlerMessageConstants.ARGS_KEY.value());
    }
}
