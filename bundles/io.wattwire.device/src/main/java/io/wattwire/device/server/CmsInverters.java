package io.wattwire.device.server;

import io.wattwire.device.frame.Adu;
import io.wattwire.device.frame.CmsFrame;
import io.wattwire.device.link.ModbusPdu;
import io.wattwire.device.model.RegisterKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The inverters on one line, as they behave to each other: those without an address answer a call
 * for anybody, several of them at the same time, which nobody understands. Thread-safe.
 */
final class CmsInverters {

    /** What is sent, and how. */
    record Reply(byte[] frame, Answer how) {}

    private final List<CmsDevice> devices = new ArrayList<>();
    private final Misbehaviour misbehaviour;
    private int calls;

    CmsInverters(Map<Integer, RegisterBank> banks, Misbehaviour misbehaviour) {
        new TreeMap<>(banks).forEach((unit, bank) -> devices.add(new CmsDevice(unit, bank)));
        this.misbehaviour = misbehaviour;
    }

    /** What the inverters say to a request, usually one thing or nothing. */
    synchronized List<Reply> hear(Adu request) {
        int command = request.transaction();
        if (request.unit() == CmsFrame.NOBODY) {
            return broadcast(command, request.pdu());
        }
        List<Reply> replies = new ArrayList<>();
        for (CmsDevice device : devices) {
            if (device.address() == request.unit()) {
                reply(device, command, device.answer(command), replies);
            }
        }
        return replies;
    }

    private List<Reply> broadcast(int command, byte[] payload) {
        List<Reply> replies = new ArrayList<>();
        for (CmsDevice device : devices) {
            if (command == CmsFrame.RESET) {
                device.address(CmsFrame.NOBODY);
            } else if (command == CmsFrame.DISCOVER && device.address() == CmsFrame.NOBODY) {
                reply(device, command, device.serialNumber(), replies);
            } else if (command == CmsFrame.REGISTER && device.isMeant(payload)) {
                int address = payload[payload.length - 1] & 0xFF;
                reply(device, command, new byte[] {CmsFrame.ACKNOWLEDGED}, replies, address);
            }
        }
        return replies.size() > 1 ? collided(replies) : replies;
    }

    private void reply(CmsDevice device, int command, byte[] payload, List<Reply> replies) {
        reply(device, command, payload, replies, device.address());
    }

    /** An inverter without power hears nothing, and forgets. */
    private void reply(
            CmsDevice device, int command, byte[] payload, List<Reply> replies, int address) {
        Answer answer = misbehaviour.on(device.unit(), asked(command));
        boolean dead = answer.body() == Answer.Body.GARBAGE && answer.bytes().length == 0;
        device.address(dead ? CmsFrame.NOBODY : address);
        if (dead || payload == null || answer.body() == Answer.Body.EXCEPTION) {
            return;
        }
        byte[] frame =
                answer.body() == Answer.Body.NORMAL
                        ? CmsFrame.of(
                                answer.unitOr(address),
                                CmsFrame.HOST,
                                command | CmsFrame.ANSWER,
                                payload)
                        : answer.bytes();
        replies.add(new Reply(frame, answer));
    }

    /** Every other time all talk at once; then one is a little earlier than the rest. */
    private List<Reply> collided(List<Reply> replies) {
        if (++calls % 2 == 0) {
            return List.of(replies.get(calls / 2 % replies.size()));
        }
        byte[] mixed = replies.get(0).frame().clone();
        for (Reply reply : replies) {
            for (int i = 0; i < Math.min(mixed.length, reply.frame().length); i++) {
                mixed[i] &= reply.frame()[i];
            }
        }
        mixed[mixed.length - 1] ^= 1;
        return List.of(new Reply(mixed, Answer.normal()));
    }

    /** The request as the hook knows it. */
    private static byte[] asked(int command) {
        switch (command) {
            case CmsFrame.PARAMETERS, CmsFrame.PARAMETER_LAYOUT:
                return ModbusPdu.readRequest(RegisterKind.HOLDING, 0, 1);
            case CmsFrame.STATUS, CmsFrame.STATUS_LAYOUT:
                return ModbusPdu.readRequest(RegisterKind.INPUT, 0, 1);
            default:
                return ModbusPdu.readRequest(RegisterKind.INPUT, CmsDevice.VERSION, 1);
        }
    }
}
