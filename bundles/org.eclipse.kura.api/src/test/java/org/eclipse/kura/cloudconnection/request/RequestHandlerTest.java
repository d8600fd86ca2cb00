package org.eclipse.kura.cloudconnection.request;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.eclipse.kura.KuraErrorCode;
import org.eclipse.kura.KuraException;
import org.eclipse.kura.cloudconnection.message.KuraMessage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RequestHandlerTest {
    @ParameterizedTest
    @MethodSource
    void aHandlerSupportsNothingByDefault(Executable request) {
        KuraException e = assertThrows(KuraException.class, request);
        assertSame(KuraErrorCode.OPERATION_NOT_SUPPORTED, e.getCode());
    }

    static Stream<Executable> aHandlerSupportsNothingByDefault() {
        RequestHandler handler = new RequestHandler() {};
        RequestHandlerContext context = new RequestHandlerContext(null, Map.of());
        KuraMessage message = new KuraMessage(null);
        return Stream.of(
                () -> handler.doGet(context, message),
                () -> handler.doPut(context, message),
                () -> handler.doPost(context, message),
                () -> handler.doDel(context, message),
                () -> handler.doExec(context, message));
    }

    @Test
    void aContextIsACopyThatCannotBeChanged() {
        Map<String, String> properties = new HashMap<>(Map.of("TENANT_ID", "acme"));
        RequestHandlerContext context = new RequestHandlerContext(null, properties);
        properties.clear();
        assertNull(context.getNotificationPublisher());
        assertEquals(Map.of("TENANT_ID", "acme"), context.getContextProperties());
        assertThrows(
                UnsupportedOperationException.class, () -> context.getContextProperties().clear());
    }

    @Test
    void aContextNeedsProperties() {
        assertThrows(NullPointerException.class, () -> new RequestHandlerContext(null, null));
    }
}
