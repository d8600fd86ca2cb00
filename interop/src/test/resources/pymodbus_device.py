"""A device made with pymodbus that tells what is written to it.

Argument: a JSON file,
{"units": {"<unit id>": {"zeros": [[from, to], ...], "shows": {"<from>": to}, "<address>": value, ...}}}.
A value is a word (a negative one as two's complement), a list of words, or a text of two characters
a word. "shows": what is written to the one register, the device shows in the other one too, as a
measurement that follows its set-point. Addresses between "zeros" exist and hold 0; all others are answered by exception 2, other unit
ids by exception 11. Holding and input registers are one space, functions 3, 4, 6 and 16 work.

Prints "port N", then a line for each write: seconds since the start, unit id, function, address, words.
"""
import json
import logging
import socket
import sys
import time

from pymodbus.datastore import ModbusServerContext, ModbusSlaveContext, ModbusSparseDataBlock
from pymodbus.server import StartTcpServer

START = time.monotonic()


def words(value):
    if isinstance(value, str):
        raw = value.encode("latin-1")
        raw += b"\0" * (len(raw) % 2)
        return [raw[i] << 8 | raw[i + 1] for i in range(0, len(raw), 2)]
    return [word & 0xFFFF for word in (value if isinstance(value, list) else [value])]


def block(description):
    cells = {}
    for first, last in description.get("zeros", []):
        cells.update((address, 0) for address in range(first, last + 1))
    for address, value in description.items():
        if address.isdigit():
            for offset, word in enumerate(words(value)):
                cells[int(address) + offset] = word
    return ModbusSparseDataBlock(cells)


class Unit(ModbusSlaveContext):
    """One unit id; a write is told before it is answered."""

    def __init__(self, number, description):
        cells = block(description)
        super().__init__(hr=cells, ir=cells, zero_mode=True)
        self.number = number
        self.shows = {int(source): shown for source, shown in description.get("shows", {}).items()}

    def setValues(self, fc_as_hex, address, values):
        told = ["write", "%.3f" % (time.monotonic() - START), self.number, fc_as_hex, address, *values]
        print(*told, flush=True)
        super().setValues(fc_as_hex, address, values)
        for offset, word in enumerate(values):
            if address + offset in self.shows:
                super().setValues(fc_as_hex, self.shows[address + offset], [word])


class Gateway(ModbusServerContext):
    """Lets requests to any unit id in, so that a missing one is an answer and not silence."""

    def slaves(self):
        return list(range(256))


def free_port():
    with socket.socket() as s:
        s.bind(("127.0.0.1", 0))
        return s.getsockname()[1]


logging.getLogger("pymodbus").setLevel(logging.CRITICAL)
with open(sys.argv[1], encoding="utf-8") as file:
    described = json.load(file)["units"]
units = {int(unit): Unit(int(unit), description) for unit, description in described.items()}
port = free_port()
print("port", port, flush=True)
StartTcpServer(context=Gateway(slaves=units, single=False), address=("127.0.0.1", port))
sys.exit(1)
