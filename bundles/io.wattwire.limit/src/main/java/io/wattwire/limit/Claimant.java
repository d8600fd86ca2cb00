package io.wattwire.limit;

import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks for one limit, again and again, whether it may command its inverters. Only its thread. */
final class Claimant {

    private static final Logger LOG = LoggerFactory.getLogger(Claimant.class);
    private static final long ASK_NANOS = 1_000_000_000L;

    private final Claims claims;
    private final String pid;
    private final Function<String, Set<String>> devicesOf;
    private final Consumer<Set<String>> sign;
    private Chosen asked;
    private long askedNanos;
    private String refusal = "";

    /**
     * @param devicesOf what an asset speaks to, by the asset's pid
     * @param sign shows to others what this limit commands
     */
    Claimant(
            Claims claims,
            String pid,
            Function<String, Set<String>> devicesOf,
            Consumer<Set<String>> sign) {
        this.claims = claims;
        this.pid = pid;
        this.devicesOf = devicesOf;
        this.sign = sign;
    }

    /** {@return why it may not command its inverters; empty when it may} */
    String refusal(Chosen chosen, long nowNanos) {
        if (chosen == asked && nowNanos - askedNanos < ASK_NANOS) {
            return refusal;
        }
        asked = chosen;
        askedNanos = nowNanos;
        String now = ask(chosen);
        if (now.isEmpty() && !refusal.isEmpty()) {
            LOG.info("{}: commands its inverters: no other limit does any more", pid);
        } else if (!now.equals(refusal)) {
            LOG.error("{}: refused: {}", pid, now);
        }
        refusal = now;
        return now;
    }

    private String ask(Chosen chosen) {
        Set<String> inverters = Commands.inverters(chosen, devicesOf);
        double allowedW = chosen.settings().bounds().allowedExportW();
        String refused = claims.take(this, pid, inverters, allowedW);
        sign.accept(refused.isEmpty() ? Commands.of(chosen, devicesOf) : Set.of());
        return refused;
    }

    /** It ends. Any thread, after its own has ended. */
    void leave() {
        claims.drop(this);
        sign.accept(Set.of());
    }
}
