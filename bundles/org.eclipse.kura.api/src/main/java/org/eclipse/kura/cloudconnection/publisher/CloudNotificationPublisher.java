package org.eclipse.kura.cloudconnection.publisher;

import org.osgi.annotation.versioning.ProviderType;

/** Publishes the progress of a request to the one who made it. */
@ProviderType
public interface CloudNotificationPublisher extends CloudPublisher {}
