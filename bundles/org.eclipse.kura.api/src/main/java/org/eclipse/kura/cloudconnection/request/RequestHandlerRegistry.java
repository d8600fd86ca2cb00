package org.eclipse.kura.cloudconnection.request;

import org.eclipse.kura.KuraException;
import org.osgi.annotation.versioning.ProviderType;

/** Knows the request handlers by id; the id is part of the topic. */
@ProviderType
public interface RequestHandlerRegistry {
    /**
     * Adds a handler.
     *
     * @param id the id, not null
     * @param requestHandler the handler, not null
     * @throws KuraException if the id is taken
     */
    void registerRequestHandler(String id, RequestHandler requestHandler) throws KuraException;

    /**
     * Removes a handler.
     *
     * @param id the id, not null
     * @throws KuraException if it cannot be removed
     */
    void unregister(String id) throws KuraException;
}
