package io.wattwire.device.wire;

/**
 * Where a value comes from.
 *
 * @param asset its {@code kura.service.pid}
 * @param channel one of its channels
 */
public record Source(String asset, String channel) {

    /**
     * Reads what an installer wrote.
     *
     * @param text {@code asset/channel}
     * @return the source; null when the text is not of that form
     */
    public static Source parse(String text) {
        int slash = text.indexOf('/');
        if (slash < 1 || slash == text.length() - 1 || slash != text.lastIndexOf('/')) {
            return null;
        }
        return new Source(text.substring(0, slash).trim(), text.substring(slash + 1).trim());
    }

    /**
     * Another channel of the same asset.
     *
     * @param otherChannel its name
     * @return the other source
     */
    public Source sibling(String otherChannel) {
        return new Source(asset, otherChannel);
    }

    @Override
    public String toString() {
        return asset + "/" + channel;
    }
}
