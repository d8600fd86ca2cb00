package io.wattwire.limit;

/** Where a value comes from: the asset's {@code kura.service.pid} and one of its channels. */
record Source(String asset, String channel) {

    /** Reads "asset/channel"; null when it is not of that form. */
    static Source parse(String text) {
        int slash = text.indexOf('/');
        if (slash < 1 || slash == text.length() - 1 || slash != text.lastIndexOf('/')) {
            return null;
        }
        return new Source(text.substring(0, slash).trim(), text.substring(slash + 1).trim());
    }

    Source sibling(String otherChannel) {
        return new Source(asset, otherChannel);
    }

    @Override
    public String toString() {
        return asset + "/" + channel;
    }
}
