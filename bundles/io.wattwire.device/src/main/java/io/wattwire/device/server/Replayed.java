package io.wattwire.device.server;

import io.wattwire.device.frame.Adu;
import io.wattwire.device.frame.CmsFramer;
import io.wattwire.device.frame.Framer;
import io.wattwire.device.frame.GivEnergyFramer;
import io.wattwire.device.frame.MbapFramer;
import io.wattwire.device.frame.PduLength;
import io.wattwire.device.frame.RtuFramer;
import io.wattwire.device.frame.SolarmanFrame;
import io.wattwire.device.frame.SolarmanFramer;
import java.util.HexFormat;
import java.util.function.Supplier;

/**
 * What a replay must know of a kind of link: where requests begin and end, which of their bytes say
 * what is asked, and which bytes of an answer repeat the number of its request.
 */
abstract class Replayed {

    private static final int ILLEGAL_ADDRESS = 2;
    private static final String FILLER = "WF0000G000";

    private final Framing framing;

    private Replayed(Framing framing) {
        this.framing = framing;
    }

    /** Picks the kind by the text of the link's address. */
    static Replayed of(String link) {
        if (link.startsWith("tcp:")) {
            return new Mbap();
        }
        if (link.startsWith("rtu:") || link.startsWith("rtu-tcp:")) {
            return new Plain(Framing.RTU, 0, () -> new RtuFramer(PduLength.ANSWER));
        }
        if (link.startsWith("solarman:")) {
            return new Logger(Long.parseLong(link.substring(link.lastIndexOf('/') + 1)));
        }
        if (link.startsWith("givenergy:")) {
            return new Plain(
                    new DongleFraming(FILLER, FILLER),
                    DongleFraming.ASKED_FROM,
                    () -> new GivEnergyFramer(PduLength.ANSWER));
        }
        if (link.startsWith("cms:") || link.startsWith("cms-tcp:")) {
            return new CmsLine();
        }
        throw new IllegalArgumentException(
                "a recording of " + link + " cannot be replayed; its kind of link is not known");
    }

    /** Makes a framer that finds requests. */
    Framer framer() {
        return framing.framer();
    }

    /** Makes a framer that finds answers. */
    abstract Framer answers();

    /** Wraps the answer to a request. */
    byte[] answer(Adu request, byte[] pdu) {
        return framing.frame(request, Answer.normal(), pdu);
    }

    /** What a request asks for, whatever its number. */
    abstract String key(byte[] request);

    /** A recorded answer with the number of the request of now. */
    byte[] renumbered(byte[] recorded, byte[] answer, byte[] request) {
        return answer;
    }

    /** What answers a request that was never recorded. */
    byte[] unknown(Adu request) {
        byte[] refusal = {(byte) (request.function() | 0x80), ILLEGAL_ADDRESS};
        return answer(request, refusal);
    }

    private static String hex(byte[] bytes, int from) {
        return HexFormat.of().formatHex(bytes, Math.min(from, bytes.length), bytes.length);
    }

    /** Frames without a number: RTU, and GivEnergy's behind the serial that may be any. */
    private static final class Plain extends Replayed {
        private final int from;
        private final Supplier<Framer> answers;

        Plain(Framing framing, int from, Supplier<Framer> answers) {
            super(framing);
            this.from = from;
            this.answers = answers;
        }

        @Override
        Framer answers() {
            return answers.get();
        }

        @Override
        String key(byte[] request) {
            return hex(request, from);
        }
    }

    /** Modbus TCP: the first two bytes are the number. */
    private static final class Mbap extends Replayed {
        private static final int NUMBER = 2;

        Mbap() {
            super(Framing.TCP);
        }

        @Override
        Framer answers() {
            return new MbapFramer();
        }

        @Override
        String key(byte[] request) {
            return hex(request, NUMBER);
        }

        @Override
        byte[] renumbered(byte[] recorded, byte[] answer, byte[] request) {
            byte[] now = answer.clone();
            boolean ours =
                    answer.length > 1 && answer[0] == recorded[0] && answer[1] == recorded[1];
            if (ours) {
                System.arraycopy(request, 0, now, 0, NUMBER);
            }
            return now;
        }
    }

    /** A Solarman logger: a byte of the header is the number, and is summed. */
    private static final class Logger extends Replayed {
        private static final int NUMBER = 5;

        Logger(long serial) {
            super(new LoggerFraming(serial));
        }

        @Override
        Framer answers() {
            return new SolarmanFramer(PduLength.ANSWER);
        }

        @Override
        String key(byte[] request) {
            return hex(SolarmanFrame.rtu(request), 0);
        }

        @Override
        byte[] renumbered(byte[] recorded, byte[] answer, byte[] request) {
            boolean ours =
                    answer.length > NUMBER
                            && SolarmanFrame.code(answer) == SolarmanFrame.ANSWER
                            && answer[NUMBER] == recorded[NUMBER];
            if (!ours) {
                return answer;
            }
            byte[] now = answer.clone();
            now[NUMBER] = request[NUMBER];
            now[now.length - 2] += (byte) (request[NUMBER] - recorded[NUMBER]);
            return now;
        }
    }

    /** CMS inverters say nothing to what they do not know. */
    private static final class CmsLine extends Replayed {
        CmsLine() {
            super(Framing.RTU);
        }

        @Override
        Framer framer() {
            return new CmsFramer(false);
        }

        @Override
        Framer answers() {
            return new CmsFramer(true);
        }

        @Override
        String key(byte[] request) {
            return hex(request, 0);
        }

        @Override
        byte[] unknown(Adu request) {
            return new byte[0];
        }
    }
}
