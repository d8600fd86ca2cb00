package io.wattwire.publish.pvoutput.api;

import java.net.URI;
import java.util.regex.Pattern;

/** Which system's values, and the key that allows to read or write them. Immutable. */
public final class PvOutputAccess {

    /** Where the service is. */
    public static final String SERVICE = "https://pvoutput.org/service/r2/";

    private static final Pattern HTTPS =
            Pattern.compile("https://[A-Za-z0-9._\\[\\]:-]{1,260}(/[A-Za-z0-9._/-]{0,100})?");
    private static final Pattern LOOPBACK =
            Pattern.compile(
                    "http://(localhost|127\\.0\\.0\\.1|\\[::1])(:\\d{1,5})?(/[A-Za-z0-9._/-]{0,100})?");
    private static final Pattern SYSTEM = Pattern.compile("\\d{1,10}");
    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9]{1,100}");

    private final URI base;
    private final String system;
    private final String key;

    private PvOutputAccess(URI base, String system, String key) {
        this.base = base;
        this.system = system;
        this.key = key;
    }

    /**
     * Checks an access.
     *
     * @param url of the service; https, as the key travels with each request, or http to loopback
     * @param system the system's number
     * @param key the account's key, which no message from here shows
     * @return the access
     * @throws IllegalArgumentException with cause and remedy if one of them is none
     */
    public static PvOutputAccess of(String url, String system, String key) {
        if (!HTTPS.matcher(url).matches() && !LOOPBACK.matcher(url).matches()) {
            throw new IllegalArgumentException(
                    "url is '" + url + "'; write https://…, for PVOutput " + SERVICE);
        }
        if (!SYSTEM.matcher(system).matches()) {
            throw new IllegalArgumentException(
                    "the system is '"
                            + system
                            + "'; write its number, the System Id of PVOutput's settings page");
        }
        if (!KEY.matcher(key).matches()) {
            throw new IllegalArgumentException(
                    key.isEmpty()
                            ? "there is no API key; PVOutput's settings page has it"
                            : "the API key has other characters than letters and digits;"
                                    + " copy it again from PVOutput's settings page");
        }
        return new PvOutputAccess(URI.create(url.endsWith("/") ? url : url + "/"), system, key);
    }

    URI of(String service, String query) {
        return base.resolve(query.isEmpty() ? service : service + "?" + query);
    }

    String system() {
        return system;
    }

    String key() {
        return key;
    }

    /** Without the key. */
    @Override
    public String toString() {
        return base.getScheme() + "://" + base.getAuthority();
    }
}
