package org.eclipse.kura.cloudconnection.request;

import org.eclipse.kura.KuraErrorCode;
import org.eclipse.kura.KuraException;
import org.eclipse.kura.cloudconnection.message.KuraMessage;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Answers requests that come from the cloud. {@code BAD_REQUEST} answers 400, {@code NOT_FOUND}
 * 404, any other failure 500.
 */
@ConsumerType
public interface RequestHandler {
    /**
     * Answers a request to read a resource.
     *
     * @param context who asks, not null
     * @param reqMessage the request, with the path of the resource in {@code args}, not null
     * @return the answer
     * @throws KuraException if the request fails; by default it is not supported
     */
    default KuraMessage doGet(RequestHandlerContext context, KuraMessage reqMessage)
            throws KuraException {
        throw new KuraException(KuraErrorCode.OPERATION_NOT_SUPPORTED, "get");
    }

    /**
     * Answers a request to replace a resource.
     *
     * @param context who asks, not null
     * @param reqMessage the request, with the path of the resource in {@code args}, not null
     * @return the answer
     * @throws KuraException if the request fails; by default it is not supported
     */
    default KuraMessage doPut(RequestHandlerContext context, KuraMessage reqMessage)
            throws KuraException {
        throw new KuraException(KuraErrorCode.OPERATION_NOT_SUPPORTED, "put");
    }

    /**
     * Answers a request to add a resource.
     *
     * @param context who asks, not null
     * @param reqMessage the request, with the path of the resource in {@code args}, not null
     * @return the answer
     * @throws KuraException if the request fails; by default it is not supported
     */
    default KuraMessage doPost(RequestHandlerContext context, KuraMessage reqMessage)
            throws KuraException {
        throw new KuraException(KuraErrorCode.OPERATION_NOT_SUPPORTED, "post");
    }

    /**
     * Answers a request to delete a resource.
     *
     * @param context who asks, not null
     * @param reqMessage the request, with the path of the resource in {@code args}, not null
     * @return the answer
     * @throws KuraException if the request fails; by default it is not supported
     */
    default KuraMessage doDel(RequestHandlerContext context, KuraMessage reqMessage)
            throws KuraException {
        throw new KuraException(KuraErrorCode.OPERATION_NOT_SUPPORTED, "del");
    }

    /**
     * Answers a request to run a resource.
     *
     * @param context who asks, not null
     * @param reqMessage the request, with the path of the resource in {@code args}, not null
     * @return the answer
     * @throws KuraException if the request fails; by default it is not supported
     */
    default KuraMessage doExec(RequestHandlerContext context, KuraMessage reqMessage)
            throws KuraException {
        throw new KuraException(KuraErrorCode.OPERATION_NOT_SUPPORTED, "exec");
    }
}
