"""An SDM230 made with pymodbus: unit 2, input registers as floats, high word first."""
import socket
import struct
import sys

from pymodbus.datastore import ModbusServerContext, ModbusSlaveContext, ModbusSparseDataBlock
from pymodbus.server import StartTcpServer

FLOATS = {0: 231.5, 6: 5.3, 12: -1234.5, 70: 49.98, 72: 1520.25, 74: 310.5}


def words():
    block = {address: 0 for address in range(0, 400)}
    for address, value in FLOATS.items():
        block[address], block[address + 1] = struct.unpack(">HH", struct.pack(">f", value))
    return block


def free_port():
    with socket.socket() as s:
        s.bind(("127.0.0.1", 0))
        return s.getsockname()[1]


store = ModbusSlaveContext(ir=ModbusSparseDataBlock(words()), hr=ModbusSparseDataBlock(words()), zero_mode=True)
port = free_port()
print("port", port, flush=True)
StartTcpServer(context=ModbusServerContext(slaves={2: store}, single=False), address=("127.0.0.1", port))
sys.exit(1)
