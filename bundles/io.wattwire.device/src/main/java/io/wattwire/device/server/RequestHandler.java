package io.wattwire.device.server;

import com.ghgande.j2mod.modbus.msg.ExceptionResponse;
import com.ghgande.j2mod.modbus.msg.ModbusRequest;
import com.ghgande.j2mod.modbus.msg.ModbusResponse;
import com.ghgande.j2mod.modbus.msg.ReadCoilsRequest;
import com.ghgande.j2mod.modbus.msg.ReadCoilsResponse;
import com.ghgande.j2mod.modbus.msg.ReadInputDiscretesRequest;
import com.ghgande.j2mod.modbus.msg.ReadInputDiscretesResponse;
import com.ghgande.j2mod.modbus.msg.ReadInputRegistersRequest;
import com.ghgande.j2mod.modbus.msg.ReadInputRegistersResponse;
import com.ghgande.j2mod.modbus.msg.ReadMultipleRegistersRequest;
import com.ghgande.j2mod.modbus.msg.ReadMultipleRegistersResponse;
import com.ghgande.j2mod.modbus.msg.WriteCoilRequest;
import com.ghgande.j2mod.modbus.msg.WriteCoilResponse;
import com.ghgande.j2mod.modbus.msg.WriteMultipleCoilsRequest;
import com.ghgande.j2mod.modbus.msg.WriteMultipleCoilsResponse;
import com.ghgande.j2mod.modbus.msg.WriteMultipleRegistersRequest;
import com.ghgande.j2mod.modbus.msg.WriteMultipleRegistersResponse;
import com.ghgande.j2mod.modbus.msg.WriteSingleRegisterRequest;
import com.ghgande.j2mod.modbus.msg.WriteSingleRegisterResponse;
import com.ghgande.j2mod.modbus.procimg.Register;
import com.ghgande.j2mod.modbus.procimg.SimpleRegister;
import io.wattwire.device.model.RegisterKind;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Carries out requests on a register bank. Requests and answers are decoded and encoded by j2mod's
 * message classes, so that our client is never tested against its own idea of the protocol. j2mod's
 * process image is not used: it writes a block register by register, a bank takes it in one go.
 */
final class RequestHandler {

    private static final Logger LOG = LoggerFactory.getLogger(RequestHandler.class);

    private static final int EXCEPTION = 0x80;
    private static final int REPORT_SERVER_ID = 17;

    private RequestHandler() {}

    /** Carries out a request; whatever goes wrong becomes an exception answer. */
    static byte[] answer(byte[] pdu, RegisterBank bank) {
        try {
            RequestCheck.check(pdu);
            if (pdu[0] == REPORT_SERVER_ID) {
                return serverId(bank.serverId());
            }
            ModbusRequest request = ModbusRequest.createModbusRequest(pdu[0]);
            request.readData(new DataInputStream(new ByteArrayInputStream(pdu, 1, pdu.length - 1)));
            return pdu(pdu[0], carryOut(request, bank));
        } catch (ModbusFault e) {
            return exception(pdu[0], e.code());
        } catch (IOException | RuntimeException e) {
            LOG.warn("Modbus function {} failed", pdu[0], e);
            return exception(pdu[0], ModbusFault.DEVICE_FAILURE);
        }
    }

    static byte[] exception(int function, int code) {
        return pdu(function | EXCEPTION, new ExceptionResponse(function & 0x7F, code));
    }

    /** j2mod's message of function 17 can carry no bytes of our own. */
    private static byte[] serverId(byte[] id) throws ModbusFault {
        if (id.length == 0) {
            throw new ModbusFault(ModbusFault.ILLEGAL_FUNCTION, "function 17 is not offered");
        }
        byte[] pdu = new byte[id.length + 2];
        pdu[0] = REPORT_SERVER_ID;
        pdu[1] = (byte) id.length;
        System.arraycopy(id, 0, pdu, 2, id.length);
        return pdu;
    }

    private static ModbusResponse carryOut(ModbusRequest request, RegisterBank bank)
            throws ModbusFault {
        if (request instanceof ReadCoilsRequest read) {
            return coils(read(bank, RegisterKind.COIL, read.getReference(), read.getBitCount()));
        }
        if (request instanceof ReadInputDiscretesRequest read) {
            return discretes(
                    read(bank, RegisterKind.DISCRETE, read.getReference(), read.getBitCount()));
        }
        if (request instanceof ReadMultipleRegistersRequest read) {
            return new ReadMultipleRegistersResponse(
                    registers(
                            read(
                                    bank,
                                    RegisterKind.HOLDING,
                                    read.getReference(),
                                    read.getWordCount())));
        }
        if (request instanceof ReadInputRegistersRequest read) {
            return new ReadInputRegistersResponse(
                    registers(
                            read(
                                    bank,
                                    RegisterKind.INPUT,
                                    read.getReference(),
                                    read.getWordCount())));
        }
        return write(request, bank);
    }

    private static int[] read(RegisterBank bank, RegisterKind kind, int address, int count)
            throws ModbusFault {
        int[] words = bank.read(kind, address, count);
        if (words.length != count) {
            throw new IllegalStateException(words.length + " instead of " + count + " values");
        }
        return words;
    }

    private static ModbusResponse write(ModbusRequest request, RegisterBank bank)
            throws ModbusFault {
        if (request instanceof WriteCoilRequest write) {
            bank.write(
                    RegisterKind.COIL, write.getReference(), new int[] {write.getCoil() ? 1 : 0});
            return new WriteCoilResponse(write.getReference(), write.getCoil());
        }
        if (request instanceof WriteSingleRegisterRequest write) {
            int word = write.getRegister().toUnsignedShort();
            bank.write(RegisterKind.HOLDING, write.getReference(), new int[] {word});
            return new WriteSingleRegisterResponse(write.getReference(), word);
        }
        if (request instanceof WriteMultipleCoilsRequest write) {
            int count = write.getBitCount();
            int[] bits =
                    IntStream.range(0, count).map(i -> write.getCoilStatus(i) ? 1 : 0).toArray();
            bank.write(RegisterKind.COIL, write.getReference(), bits);
            return new WriteMultipleCoilsResponse(write.getReference(), count);
        }
        WriteMultipleRegistersRequest write = (WriteMultipleRegistersRequest) request;
        int[] words =
                Arrays.stream(write.getRegisters()).mapToInt(Register::toUnsignedShort).toArray();
        bank.write(RegisterKind.HOLDING, write.getReference(), words);
        return new WriteMultipleRegistersResponse(write.getReference(), words.length);
    }

    private static ModbusResponse coils(int[] bits) {
        ReadCoilsResponse response = new ReadCoilsResponse(bits.length);
        IntStream.range(0, bits.length).forEach(i -> response.setCoilStatus(i, bits[i] != 0));
        return response;
    }

    private static ModbusResponse discretes(int[] bits) {
        ReadInputDiscretesResponse response = new ReadInputDiscretesResponse(bits.length);
        IntStream.range(0, bits.length).forEach(i -> response.setDiscreteStatus(i, bits[i] != 0));
        return response;
    }

    private static Register[] registers(int[] words) {
        return Arrays.stream(words).mapToObj(SimpleRegister::new).toArray(Register[]::new);
    }

    /** The function is ours to set: j2mod 3.3.0 forgets it in the answer to function 15. */
    private static byte[] pdu(int function, ModbusResponse response) {
        byte[] data = response.getMessage();
        byte[] pdu = new byte[data.length + 1];
        pdu[0] = (byte) function;
        System.arraycopy(data, 0, pdu, 1, data.length);
        return pdu;
    }
}
