package io.wattwire.standalone.cloud;

/** Names of the properties by which a publisher tells its endpoint how to publish, as in Kura. */
enum PublishProperty {
    APP_TOPIC,
    APP_ID,
    QOS,
    RETAIN,
    PRIORITY,
    CONTROL
}
