package io.wattwire.standalone.asset;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.kura.channel.Channel;
import org.eclipse.kura.channel.ChannelType;
import org.eclipse.kura.type.DataType;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds the channels in the properties of an asset: {@code <channel>#<property>}. As in Kura a
 * channel without type or value type, or with a name that is not allowed, does not exist; here a
 * log line says so.
 */
final class Channels {
    private static final Logger LOG = LoggerFactory.getLogger(Channels.class);
    private static final char SEPARATOR = '#';
    private static final String PROHIBITED = "#/+, ";

    static final String TYPE = "+type";
    static final String VALUE_TYPE = "+value.type";
    static final String ENABLED = "+enabled";
    static final String NAME = "+name";
    static final String UNIT = "+unit";
    static final String SCALE = "+scale";
    static final String OFFSET = "+offset";

    private Channels() {}

    /** The channels by name; their configuration consists of texts, as drivers get it in Kura. */
    static Map<String, Channel> parse(String pid, Map<String, Object> properties) {
        Map<String, Map<String, Object>> texts = new TreeMap<>();
        for (Map.Entry<String, Object> property : properties.entrySet()) {
            int separator = property.getKey().indexOf(SEPARATOR);
            if (separator > 0) {
                texts.computeIfAbsent(
                                property.getKey().substring(0, separator), c -> new HashMap<>())
                        .put(
                                property.getKey().substring(separator + 1),
                                String.valueOf(property.getValue()));
            }
        }
        Map<String, Channel> channels = new TreeMap<>();
        texts.forEach(
                (name, configuration) -> {
                    try {
                        channels.put(name, channel(name, configuration));
                    } catch (IllegalArgumentException e) {
                        LOG.warn("{}: channel {} is ignored: {}", pid, name, e.getMessage());
                    }
                });
        return channels;
    }

    private static Channel channel(String name, Map<String, Object> configuration) {
        if (name.chars().anyMatch(c -> PROHIBITED.indexOf(c) >= 0)) {
            throw new IllegalArgumentException("its name has one of the characters " + PROHIBITED);
        }
        configuration.putIfAbsent(NAME, name);
        configuration.putIfAbsent(ENABLED, "true");
        Channel channel =
                new Channel(
                        name,
                        ChannelType.getChannelType(required(configuration, TYPE)),
                        DataType.getDataType(required(configuration, VALUE_TYPE)),
                        configuration);
        channel.setEnabled(Boolean.parseBoolean(configuration.get(ENABLED).toString()));
        channel.setUnit(configuration.getOrDefault(UNIT, "").toString());
        channel.setScale(number(configuration, SCALE, 1));
        channel.setOffset(number(configuration, OFFSET, 0));
        return channel;
    }

    private static String required(Map<String, Object> configuration, String property) {
        Object value = configuration.get(property);
        if (value == null) {
            throw new IllegalArgumentException(property + " is missing");
        }
        return value.toString();
    }

    private static double number(
            Map<String, Object> configuration, String property, double absent) {
        Object value = configuration.get(property);
        return value == null || value.toString().isBlank()
                ? absent
                : Double.parseDouble(value.toString());
    }
}
