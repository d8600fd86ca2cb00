package io.wattwire.limit;

import org.eclipse.kura.KuraException;
import org.eclipse.kura.crypto.CryptoService;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.ComponentContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Opens the PIN that Kura keeps encrypted in a configuration. */
final class Pins {

    private static final Logger LOG = LoggerFactory.getLogger(Pins.class);
    private static final char[] NONE = {};

    private final ComponentContext context;

    Pins(ComponentContext context) {
        this.context = context;
    }

    /** {@return the PIN, to be cleared by the caller; empty when there is none that can be read} */
    char[] read(Object configured) {
        String text = configured == null ? "" : String.valueOf(configured);
        BundleContext bundles = context.getBundleContext();
        if (text.isEmpty() || bundles == null) {
            return NONE.clone();
        }
        ServiceReference<CryptoService> reference =
                bundles.getServiceReference(CryptoService.class);
        CryptoService crypto = reference == null ? null : bundles.getService(reference);
        if (crypto == null) {
            LOG.error("no crypto service: the installer's PIN cannot be read");
            return NONE.clone();
        }
        try {
            return crypto.decryptAes(text.toCharArray());
        } catch (KuraException e) {
            LOG.error("the installer's PIN cannot be decrypted: enter it again");
            return NONE.clone();
        } finally {
            bundles.ungetService(reference);
        }
    }
}
