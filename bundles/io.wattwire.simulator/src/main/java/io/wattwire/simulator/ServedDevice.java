package io.wattwire.simulator;

import io.wattwire.device.model.RegisterKind;
import io.wattwire.device.server.Answer;
import io.wattwire.device.server.Chatter;
import io.wattwire.device.server.ModbusFault;
import io.wattwire.device.server.RegisterBank;
import io.wattwire.simulator.Fault.Kind;
import io.wattwire.simulator.device.SimulatedDevice;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.LongSupplier;

/** A device on its unit id, with its faults and the log of what it was asked. Thread-safe. */
final class ServedDevice implements RegisterBank {

    private static final Duration DRIP_GAP = Duration.ofMillis(450);
    private static final int NOISE_BYTES = 17;
    private static final int LAST_UNIT = 247;
    private static final int ILLEGAL_FUNCTION = 1;

    /** Neither done nor answered. */
    private static final Answer NOT_HEARD = Answer.garbage(new byte[0]);

    private final int unit;
    private final SimulatedDevice device;
    private final LongSupplier nanoClock;
    private final FaultBoard faults;
    private final AccessLog log = new AccessLog();
    private final Random noise = new Random(1);
    private int restartsSeen;

    ServedDevice(int unit, SimulatedDevice device, LongSupplier nanoClock) {
        this.unit = unit;
        this.device = device;
        this.nanoClock = nanoClock;
        this.faults = new FaultBoard(nanoClock);
    }

    void inject(Fault fault) {
        faults.inject(fault);
        if (fault.kind() == Kind.RESTART) {
            device.restart(fault.start(), fault.length());
        }
    }

    void clearFaults() {
        faults.clear();
    }

    int unit() {
        return unit;
    }

    AccessLog log() {
        return log;
    }

    /** How a request is answered on a line. */
    Answer answer(byte[] requestPdu, LineTiming timing) {
        followRestarts();
        if (acts(Kind.SILENCE) || acts(Kind.RESTART) || !device.answers()) {
            return NOT_HEARD;
        }
        Duration lag = faults.acting(Kind.DELAY).map(Fault::delay).orElse(Duration.ZERO);
        Answer usual = device.takes(requestPdu) ? body() : Answer.exception(ILLEGAL_FUNCTION);
        Answer answer = usual.delayed(timing.exchange(requestPdu).plus(lag));
        if (acts(Kind.WRONG_UNIT)) {
            answer = answer.fromUnit(unit % LAST_UNIT + 1);
        }
        answer = talking(answer);
        return acts(Kind.DRIP) ? answer.dripping(DRIP_GAP) : answer;
    }

    /** What only a logger does. */
    private Answer talking(Answer answer) {
        List<Chatter> said = new ArrayList<>();
        if (acts(Kind.HEARTBEAT)) {
            said.add(Chatter.HEARTBEAT);
        }
        if (acts(Kind.PUSH)) {
            said.addAll(List.of(Chatter.HANDSHAKE, Chatter.DATA, Chatter.INFO, Chatter.REPORT));
        }
        if (acts(Kind.OTHER_CLIENT)) {
            said.add(Chatter.OTHER_CLIENT);
        }
        Chatter[] kinds = said.toArray(Chatter[]::new);
        Answer talking = answer.after(kinds).before(kinds);
        return acts(Kind.DOUBLE_CHECKSUM) ? talking.doubleChecksum() : talking;
    }

    private Answer body() {
        Optional<Fault> exception = faults.acting(Kind.EXCEPTION);
        if (exception.isPresent()) {
            return Answer.exception(exception.get().exceptionCode());
        }
        Optional<Fault> error = faults.acting(Kind.LOGGER_ERROR);
        if (error.isPresent()) {
            return Answer.notReached(error.get().exceptionCode());
        }
        if (acts(Kind.NOT_JSON)) {
            return Answer.notReached(1);
        }
        if (acts(Kind.GARBAGE)) {
            return Answer.garbage(noise());
        }
        return acts(Kind.LOST_ANSWER) ? Answer.silent() : Answer.normal();
    }

    private synchronized byte[] noise() {
        byte[] bytes = new byte[NOISE_BYTES];
        noise.nextBytes(bytes);
        return bytes;
    }

    private synchronized void followRestarts() {
        int restarts = faults.restarts();
        if (restarts != restartsSeen) {
            restartsSeen = restarts;
            device.losePower();
        }
    }

    private boolean acts(Kind kind) {
        return faults.acting(kind).isPresent();
    }

    @Override
    public int[] read(RegisterKind kind, int address, int count) throws ModbusFault {
        log(kind, address, count);
        if (!acts(Kind.FROZEN)) {
            device.refresh();
        }
        return device.read(kind, address, count);
    }

    @Override
    public void write(RegisterKind kind, int address, int[] words) throws ModbusFault {
        log(kind, address, words.length, words);
        if (!acts(Kind.IGNORE_WRITES)) {
            device.write(kind, address, words);
        }
    }

    private void log(RegisterKind kind, int address, int count, int... words) {
        double seconds = nanoClock.getAsLong() / 1e9;
        log.add(
                new AccessLog.Access(
                        seconds, kind, address, count, Arrays.stream(words).boxed().toList()));
    }
}
