package io.wattwire.device.link;

import io.wattwire.device.frame.CmsFrame;
import io.wattwire.device.link.LinkException.Reason;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The inverters of one line. Those that have no address answer a call for anybody; each is given
 * the next one, and keeps it for as long as this line is in use. An inverter loses its address with
 * the sun. The line is reset only while no inverter on it is at work, because a reset is for all.
 */
final class CmsRoster {

    private static final int RESETS = 3;
    private static final Duration RESET_REST = Duration.ofMillis(40);

    /** After so many silent questions in a row an inverter is looked for again. */
    private static final int SILENCES = 2;

    private static final int MOST = 32;

    private final CmsLine wire;
    private final List<CmsInverter> inverters = new ArrayList<>();
    private boolean reset;

    CmsRoster(CmsLine wire) {
        this.wire = wire;
    }

    /** The line was opened: who knows what was said on it meanwhile, and who lost its address. */
    void opened() {
        reset = false;
        inverters.forEach(inverter -> inverter.silences = SILENCES - 1);
    }

    /** An inverter did not answer. */
    void silent(CmsInverter inverter) {
        if (++inverter.silences >= SILENCES) {
            inverter.forget();
            reset = false;
        }
    }

    /**
     * The inverter that is meant, ready to be asked.
     *
     * @throws LinkException if it is not there now
     */
    CmsInverter inverter(Speech.Call call) throws IOException {
        String wanted = call.lease().address().inverter();
        while (true) {
            Optional<CmsInverter> meant = meant(wanted, call.request().unit());
            if (meant.isPresent() && meant.get().registered) {
                return meant.get();
            }
            if (call.deadline().passed()) {
                throw new LinkException(
                        Reason.TIMEOUT,
                        wire.name()
                                + ": the inverter is still being looked for; the next read goes on");
            }
            find(call, wanted, meant);
        }
    }

    private Optional<CmsInverter> meant(String wanted, int unit) {
        return inverters.stream()
                .filter(one -> wanted.isEmpty() ? one.address == unit : one.name().equals(wanted))
                .findFirst();
    }

    private CmsInverter known(byte[] serialNumber) throws LinkException {
        for (CmsInverter one : inverters) {
            if (Arrays.equals(one.serialNumber, serialNumber)) {
                return one;
            }
        }
        if (inverters.size() == MOST) {
            throw new LinkException(
                    Reason.GARBAGE,
                    wire.name()
                            + ": more than "
                            + MOST
                            + " serial numbers answered; look for noise on the line");
        }
        CmsInverter found = new CmsInverter(serialNumber, inverters.size() + 1);
        inverters.add(found);
        return found;
    }

    /** One call for anybody, and an address for who answers. */
    private void find(Speech.Call call, String wanted, Optional<CmsInverter> meant)
            throws IOException {
        if (!reset && inverters.stream().noneMatch(one -> one.registered)) {
            for (int i = 0; i < RESETS; i++) {
                wire.tell(call, CmsFrame.RESET, RESET_REST);
            }
            reset = true;
        }
        Optional<byte[]> answer =
                wire.ask(call, CmsFrame.NOBODY, CmsFrame.NOBODY, CmsFrame.DISCOVER);
        if (answer.isPresent()) {
            register(call, known(answer.get()));
            return;
        }
        boolean collided = wire.damaged() && !call.deadline().passed();
        if (!collided && !(meant.isPresent() && isAt(call, meant.get()))) {
            throw wire.unanswered(CmsFrame.NOBODY, missing(wanted, call), call);
        }
    }

    private String missing(String wanted, Speech.Call call) {
        String which = wanted.isEmpty() ? "unit " + call.request().unit() : "inverter " + wanted;
        long others = inverters.stream().filter(one -> one.registered).count();
        return others == 0
                ? "no inverter answers"
                : which + " does not answer, but " + others + " other on this line";
    }

    /**
     * Gives an address, in one byte or in two. What was not heard may still have been taken; what
     * was refused has not.
     */
    private void register(Speech.Call call, CmsInverter inverter) throws IOException {
        inverter.forget();
        Optional<byte[]> first = offer(call, inverter);
        boolean refused = first.isPresent() && !isTaken(first);
        inverter.registered = isTaken(first);
        if (!inverter.registered && !call.deadline().passed()) {
            inverter.wide = !inverter.wide;
            Optional<byte[]> second = offer(call, inverter);
            refused |= second.isPresent();
            inverter.registered = isTaken(second) || !refused && isAt(call, inverter);
        }
        if (!inverter.registered) {
            inverter.wide = false;
            throw wire.unanswered(
                    inverter.address, "inverter " + inverter.name() + " takes no address", call);
        }
    }

    private static boolean isTaken(Optional<byte[]> answer) {
        return answer.isPresent() && answer.get()[0] == CmsFrame.ACKNOWLEDGED;
    }

    private Optional<byte[]> offer(Speech.Call call, CmsInverter inverter) throws IOException {
        int length = inverter.serialNumber.length;
        byte[] payload = Arrays.copyOf(inverter.serialNumber, length + (inverter.wide ? 2 : 1));
        payload[payload.length - 1] = (byte) inverter.address;
        return wire.ask(call, CmsFrame.NOBODY, inverter.address, CmsFrame.REGISTER, payload);
    }

    /** Whether the inverter has its address all the same. */
    private boolean isAt(Speech.Call call, CmsInverter inverter) throws IOException {
        if (call.deadline().passed()) {
            return false;
        }
        int at = inverter.address;
        Optional<byte[]> record = wire.ask(call, at, at, CmsFrame.VERSION);
        inverter.registered =
                record.filter(it -> CmsVersion.serialNumber(it).equals(inverter.name()))
                        .isPresent();
        return inverter.registered;
    }
}
