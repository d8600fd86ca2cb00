package io.wattwire.device.session;

import io.wattwire.device.model.DeviceFamily;
import io.wattwire.device.model.Presence;
import io.wattwire.device.model.Register;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Knows which parts of a device are there, as the device itself told a moment ago. */
final class PresenceCheck {

    /**
     * What was told is believed so long; within one cycle it is asked anew where that takes longer.
     */
    private static final Duration BELIEVED = Duration.ofSeconds(1);

    private final DeviceFamily family;
    private final Samples samples;

    PresenceCheck(DeviceFamily family, Samples samples) {
        this.family = family;
        this.samples = samples;
    }

    /** The part that must be there before these registers are asked for; the first of several. */
    Optional<Presence> needed(List<Register> registers) {
        return family.presences().stream()
                .filter(presence -> registers.stream().anyMatch(presence::guards))
                .findFirst();
    }

    /** The register to ask first; empty when it told just now. */
    Optional<Register> toAsk(Presence presence) {
        return family.table().register(presence.register()).filter(register -> !isFresh(register));
    }

    private boolean isFresh(Register register) {
        return samples.of(register)
                .filter(sample -> sample.problem().isEmpty())
                .filter(sample -> samples.nowNanos() - sample.atNanos() <= BELIEVED.toNanos())
                .isPresent();
    }

    /** Why the part is not asked; empty when it is there. */
    String absence(Presence presence) {
        Register teller = family.table().register(presence.register()).orElseThrow();
        String told = isFresh(teller) ? samples.get(teller.name()).orElse("").toString() : "";
        return told.equals(presence.state())
                ? ""
                : "not asked for: %s is '%s' and not '%s'"
                        .formatted(
                                teller.name(), told.isEmpty() ? "unknown" : told, presence.state());
    }
}
