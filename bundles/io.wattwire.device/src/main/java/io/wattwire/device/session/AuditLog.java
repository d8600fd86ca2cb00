package io.wattwire.device.session;

import io.wattwire.device.model.Register;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One line for each write that reached the device, under a logger of its own so that it can be kept
 * apart.
 */
final class AuditLog {

    private static final Logger LOG = LoggerFactory.getLogger("io.wattwire.audit");

    private final String owner;

    AuditLog(String owner) {
        this.owner = owner;
    }

    /**
     * @param occasion what led to the write, for example {@code inverter_power_limit = 3000.0}
     * @param before the value that was replaced, if known
     */
    void wrote(
            String occasion,
            Register register,
            Optional<Object> before,
            Optional<Object> after,
            int[] raw) {
        LOG.info(
                "{} wrote {}: {} {} -> {}{}, {} {} raw {}",
                owner,
                occasion,
                register.name(),
                before.map(Object::toString).orElse("unknown"),
                after.map(Object::toString).orElse("no value"),
                register.unit().isEmpty() ? "" : " " + register.unit(),
                register.kind().name().toLowerCase(Locale.ROOT),
                register.address(),
                Arrays.toString(raw));
    }
}
