package io.wattwire.standalone.asset;

/** Which times an asset emits, with Kura's names. */
enum TimestampMode {
    NO_TIMESTAMPS,
    PER_CHANNEL,
    SINGLE_ASSET_GENERATED,
    SINGLE_DRIVER_GENERATED_MAX,
    SINGLE_DRIVER_GENERATED_MIN
}
