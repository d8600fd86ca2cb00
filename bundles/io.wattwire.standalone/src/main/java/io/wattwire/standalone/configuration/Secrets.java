package io.wattwire.standalone.configuration;

import io.wattwire.standalone.monitor.Faults;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.eclipse.kura.KuraException;
import org.eclipse.kura.configuration.Password;
import org.eclipse.kura.crypto.CryptoService;

/** Keeps passwords encrypted wherever they are stored, as text under the gateway's key. */
final class Secrets {
    private final CryptoService crypto;
    private final Faults faults;

    Secrets(CryptoService crypto, Faults faults) {
        this.crypto = crypto;
        this.faults = faults;
    }

    /** A password out of a snapshot that says of itself that it is encrypted. */
    static final class Sealed extends Password {
        Sealed(String text) {
            super(text);
        }
    }

    /**
     * Makes properties fit to be stored: each password becomes its encrypted text; one that another
     * gateway encrypted is left out and reported.
     *
     * @param names the properties that the metatype calls passwords; other values of class {@link
     *     Password} are treated alike
     */
    Map<String, Object> seal(String pid, Map<String, Object> properties, Set<String> names)
            throws KuraException {
        Map<String, Object> sealed = new TreeMap<>(properties);
        for (Map.Entry<String, Object> property : properties.entrySet()) {
            Object value = property.getValue();
            if (value instanceof Sealed password) {
                Optional<String> text = ours(password.toString());
                text.ifPresentOrElse(
                        t -> sealed.put(property.getKey(), t),
                        () -> foreign(pid, property.getKey(), sealed));
            } else if (value instanceof Password password && password.getPassword() != null) {
                sealed.put(property.getKey(), encrypted(password.toString()));
            } else if (value instanceof String text && names.contains(property.getKey())) {
                sealed.put(property.getKey(), encrypted(text));
            }
        }
        return sealed;
    }

    private void foreign(String pid, String name, Map<String, Object> sealed) {
        sealed.remove(name);
        faults.report(
                pid,
                "property " + name + " was encrypted on another gateway",
                "write it in plain text with encrypted=\"false\"; it is encrypted when it is loaded");
    }

    private String encrypted(String text) throws KuraException {
        return text.isEmpty() || opens(text)
                ? text
                : new String(crypto.encryptAes(text.toCharArray()));
    }

    /** The encrypted text itself; Kura also wraps it in Base64 once more. */
    private Optional<String> ours(String text) {
        if (text.isEmpty() || opens(text)) {
            return Optional.of(text);
        }
        try {
            String inner = new String(Base64.getDecoder().decode(text), StandardCharsets.UTF_8);
            return opens(inner) ? Optional.of(inner) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty(); // not Base64 at all
        }
    }

    private boolean opens(String text) {
        try {
            crypto.decryptAes(text.toCharArray());
            return true;
        } catch (KuraException e) {
            return false;
        }
    }

    /** Marks stored passwords as such, still encrypted, for those who read a configuration. */
    static Map<String, Object> mark(Map<String, Object> properties, Set<String> names) {
        Map<String, Object> marked = new TreeMap<>(properties);
        marked.replaceAll(
                (name, value) ->
                        value instanceof String text && names.contains(name)
                                ? new Sealed(text)
                                : value);
        return marked;
    }
}
