package io.wattwire.standalone.asset;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import org.eclipse.kura.channel.ChannelFlag;
import org.eclipse.kura.channel.ChannelRecord;
import org.eclipse.kura.channel.ChannelStatus;
import org.eclipse.kura.type.TypedValue;
import org.eclipse.kura.type.TypedValues;

/** Turns what was read into the properties of one wire record. */
final class RecordMaker {
    static final String ASSET_NAME = "assetName";
    static final String ASSET_TIMESTAMP = "assetTimestamp";
    private static final String NOT_SPECIFIED = "ERROR NOT SPECIFIED";

    private final AssetSettings settings;
    private final Consumer<String> emptySuccess;
    private final Map<String, TypedValue<?>> last = new HashMap<>();

    /** With whom to tell of a channel that succeeded without a value. */
    RecordMaker(AssetSettings settings, Consumer<String> emptySuccess) {
        this.settings = settings;
        this.emptySuccess = emptySuccess;
    }

    /** The properties, or null if nothing is to be emitted. */
    synchronized Map<String, TypedValue<?>> toProperties(List<ChannelRecord> records) {
        List<ChannelRecord> emitted =
                settings.onChange() ? records.stream().filter(this::changed).toList() : records;
        Map<String, TypedValue<?>> properties = new HashMap<>();
        for (ChannelRecord record : emitted) {
            fill(properties, record);
        }
        OptionalLong time = singleTimestamp(emitted);
        if (time.isPresent()) {
            properties.put(ASSET_TIMESTAMP, TypedValues.newLongValue(time.getAsLong()));
        }
        if (properties.isEmpty() && !settings.emptyEnvelopes()) {
            return null;
        }
        properties.put(ASSET_NAME, TypedValues.newStringValue(settings.pid()));
        return properties;
    }

    /** A failure always counts as a change, and so does the first success after it. */
    private boolean changed(ChannelRecord record) {
        if (!succeeded(record)) {
            last.remove(record.getChannelName());
            return true;
        }
        return !record.getValue().equals(last.put(record.getChannelName(), record.getValue()));
    }

    private void fill(Map<String, TypedValue<?>> properties, ChannelRecord record) {
        String name = record.getChannelName();
        if (succeeded(record)) {
            properties.put(name, record.getValue());
            if (record.getUnit() != null && !record.getUnit().isBlank()) {
                properties.put(name + "_unit", TypedValues.newStringValue(record.getUnit()));
            }
        }
        if (settings.timestamps() == TimestampMode.PER_CHANNEL) {
            properties.put(name + "_timestamp", TypedValues.newLongValue(record.getTimestamp()));
        }
        if (settings.emitErrors()) {
            properties.put(name + "_error", TypedValues.newStringValue(error(record)));
        }
    }

    /** Kura would emit a null here, which breaks its publisher: the value is left out instead. */
    private boolean succeeded(ChannelRecord record) {
        ChannelStatus status = record.getChannelStatus();
        if (status == null || status.getChannelFlag() != ChannelFlag.SUCCESS) {
            return false;
        }
        if (record.getValue() == null) {
            emptySuccess.accept(record.getChannelName());
            return false;
        }
        return true;
    }

    private static String error(ChannelRecord record) {
        ChannelStatus status = record.getChannelStatus();
        if (status == null) {
            return NOT_SPECIFIED;
        }
        if (status.getChannelFlag() == ChannelFlag.SUCCESS) {
            return "";
        }
        String message = status.getExceptionMessage();
        Exception exception = status.getException();
        if (message == null) {
            return exception == null ? NOT_SPECIFIED : exception.toString();
        }
        return exception == null ? message : message + " " + exception;
    }

    private OptionalLong singleTimestamp(List<ChannelRecord> records) {
        LongStream times = records.stream().mapToLong(ChannelRecord::getTimestamp);
        return switch (settings.timestamps()) {
            case SINGLE_ASSET_GENERATED -> OptionalLong.of(System.currentTimeMillis());
            case SINGLE_DRIVER_GENERATED_MAX -> times.max();
            case SINGLE_DRIVER_GENERATED_MIN -> times.min();
            case NO_TIMESTAMPS, PER_CHANNEL -> OptionalLong.empty();
        };
    }
}
