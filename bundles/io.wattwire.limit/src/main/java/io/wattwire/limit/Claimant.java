package io.wattwire.limit;

import io.wattwire.limit.law.Input;
import java.util.Set;
import java.util.TreeSet;
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
    private Chosen asked;
    private long askedNanos;
    private String refusal = "";

    /**
     * @param devicesOf what an asset speaks to, by the asset's pid
     */
    Claimant(Claims claims, String pid, Function<String, Set<String>> devicesOf) {
        this.claims = claims;
        this.pid = pid;
        this.devicesOf = devicesOf;
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
        Set<String> devices = new TreeSet<>();
        if (!chosen.shadow()) {
            chosen.sources()
                    .forEach(
                            (slot, source) -> {
                                Input input = slot.input();
                                if (input == Input.INVERTER || input == Input.READ_BACK) {
                                    devices.addAll(devicesOf.apply(source.asset()));
                                }
                            });
        }
        return claims.take(this, pid, devices, chosen.settings().bounds().allowedExportW());
    }

    /** It ends. Any thread, after its own has ended. */
    void leave() {
        claims.drop(this);
    }
}
