package io.wattwire.device.link;

import io.wattwire.device.frame.CmsFrame;
import io.wattwire.device.link.LinkException.Reason;
import io.wattwire.device.plan.Cost;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.Optional;

/**
 * CMS-2000, Orion and SunEzy inverters: values by the codes of the inverter's own layouts. An
 * inverter is found and given its address by {@link CmsRoster} when it is asked for the first time,
 * and again after it was silent.
 */
final class CmsSpeech implements Speech {

    private static final int ILLEGAL_FUNCTION = 1;
    private static final int ILLEGAL_ADDRESS = 2;

    private final Line line;
    private final CmsLine wire;
    private final CmsRoster roster;

    CmsSpeech(Line line) {
        this.line = line;
        this.wire = new CmsLine(line);
        this.roster = new CmsRoster(wire);
    }

    @Override
    public Answer exchange(Call call) throws LinkException {
        Request request = call.request();
        CmsWords.Part part = CmsWords.part(request);
        if (!request.readsBlock()) {
            throw new LinkException(
                    ILLEGAL_FUNCTION, wire.name() + ": CMS inverters are only read");
        }
        if (part == CmsWords.Part.NOTHING) {
            throw absent(request);
        }
        try {
            if (wire.connect(call)) {
                roster.opened();
            }
            return new Answer(request.answer(found(call, part)), wire.turnaroundNanos());
        } catch (LinkException e) {
            throw e;
        } catch (InterruptedIOException e) {
            throw new LinkException(Reason.CLOSED, wire.name() + ": interrupted in an exchange", e);
        } catch (IOException e) {
            throw wire.lost(e);
        }
    }

    /** An inverter that turns out to have lost its address is looked for at once. */
    private int[] found(Call call, CmsWords.Part part) throws IOException {
        CmsInverter inverter = roster.inverter(call);
        try {
            return words(call, part, inverter);
        } catch (LinkException silent) {
            boolean lost = silent.reason() == Reason.TIMEOUT && !inverter.registered;
            if (!lost || call.deadline().passed()) {
                throw silent;
            }
            return words(call, part, roster.inverter(call));
        }
    }

    private int[] words(Call call, CmsWords.Part part, CmsInverter inverter) throws IOException {
        Request request = call.request();
        if (part == CmsWords.Part.VERSION) {
            int[] record = CmsVersion.words(version(call, inverter));
            return CmsWords.block(record, request.address() - CmsWords.VERSION, request.count());
        }
        boolean status = part == CmsWords.Part.STATUS;
        byte[] layout = layout(call, inverter, status);
        if (!CmsWords.any(layout, request.address(), request.count())) {
            throw absent(request);
        }
        return status ? status(call, inverter, layout) : parameters(call, inverter, layout);
    }

    private int[] status(Call call, CmsInverter inverter, byte[] layout) throws IOException {
        int from = call.request().address();
        int count = call.request().count();
        int[] atHand = inverter.atHand(from, count, System.nanoTime());
        if (atHand == null) {
            byte[] values = values(call, inverter, CmsFrame.STATUS, layout);
            inverter.keep(CmsWords.status(layout, values), System.nanoTime());
            atHand = inverter.atHand(from, count, System.nanoTime());
        }
        return atHand;
    }

    private int[] parameters(Call call, CmsInverter inverter, byte[] layout) throws IOException {
        byte[] values = values(call, inverter, CmsFrame.PARAMETERS, layout);
        int[] words = CmsWords.parameters(layout, values);
        return CmsWords.block(words, call.request().address(), call.request().count());
    }

    /** As many values as the layout has codes; with any other number the layout is asked again. */
    private byte[] values(Call call, CmsInverter inverter, int command, byte[] layout)
            throws IOException {
        byte[] values = answer(call, inverter, command);
        if (values.length != 2 * layout.length) {
            inverter.forgetLayouts();
            throw new LinkException(
                    Reason.GARBAGE,
                    wire.name()
                            + ": inverter "
                            + inverter.name()
                            + " sent "
                            + values.length
                            + " bytes for a layout of "
                            + layout.length
                            + " values; its layout is asked for again");
        }
        return values;
    }

    private byte[] layout(Call call, CmsInverter inverter, boolean status) throws IOException {
        if (status && inverter.statusLayout == null) {
            inverter.statusLayout = answer(call, inverter, CmsFrame.STATUS_LAYOUT);
        }
        if (!status && inverter.parameterLayout == null) {
            inverter.parameterLayout = answer(call, inverter, CmsFrame.PARAMETER_LAYOUT);
        }
        return status ? inverter.statusLayout : inverter.parameterLayout;
    }

    private byte[] version(Call call, CmsInverter inverter) throws IOException {
        if (inverter.version == null) {
            inverter.version = answer(call, inverter, CmsFrame.VERSION);
        }
        return inverter.version;
    }

    /** A damaged answer is asked for again; silence makes the inverter one to be found again. */
    private byte[] answer(Call call, CmsInverter inverter, int command) throws IOException {
        int at = inverter.address;
        Optional<byte[]> answer = wire.ask(call, at, at, command);
        if (answer.isEmpty() && wire.damaged() && !call.deadline().passed()) {
            answer = wire.ask(call, at, at, command);
        }
        if (answer.isPresent()) {
            inverter.silences = 0;
            return answer.get();
        }
        LinkException problem =
                wire.unanswered(
                        at,
                        "no answer from inverter " + inverter.name() + " at address " + at,
                        call);
        if (problem.reason() == Reason.TIMEOUT) {
            roster.silent(inverter);
        }
        throw problem;
    }

    private LinkException absent(Request request) {
        return new LinkException(
                ILLEGAL_ADDRESS,
                wire.name()
                        + ": the inverter's layout has no code "
                        + request.address()
                        + " of kind "
                        + request.kind());
    }

    @Override
    public boolean connected() {
        return wire.connected();
    }

    @Override
    public void close() {
        wire.close();
    }

    @Override
    public Cost cost(Duration turnaround) {
        return line.envelope().cost(turnaround);
    }

    @Override
    public long reconnectNanos() {
        return line.reconnectNanos();
    }
}
