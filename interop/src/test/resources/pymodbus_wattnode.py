"""Reads a WattNode with pymodbus and prints what it found as JSON.

Usage: pymodbus_wattnode.py LIST.csv tcp HOST PORT | rtu DEVICE
"""
import csv
import json
import sys
import time

from pymodbus.client import ModbusSerialClient, ModbusTcpClient
from pymodbus.constants import Endian
from pymodbus.other_message import ReadExceptionStatusRequest, ReportSlaveIdRequest
from pymodbus.payload import BinaryPayloadDecoder

UNIT = 2
FOREIGN = 3
START_SECONDS = 90
ENERGY_TRIES = 3
CLOCKS = {1702, 1703, 1704, 1705}
BLOCKS = {0: 2, 1000: 34, 1100: 82, 1200: 21, 1300: 63, 1600: 23, 1650: 6, 1700: 36}
DECODERS = {
    "float32": ("decode_32bit_float", 2),
    "int32": ("decode_32bit_int", 2),
    "uint32": ("decode_32bit_uint", 2),
    "int16": ("decode_16bit_int", 1),
    "uint16": ("decode_16bit_uint", 1),
}


def rows(path):
    with open(path, encoding="utf-8") as file:
        return list(csv.DictReader(line for line in file if not line.startswith("#")))


def client():
    if sys.argv[2] == "tcp":
        return ModbusTcpClient(sys.argv[3], port=int(sys.argv[4]), timeout=5, retries=0)
    return ModbusSerialClient(sys.argv[3], baudrate=9600, parity="N", timeout=5, retries=0)


def words(read, address, count):
    answer = read(address, count, slave=UNIT)
    if answer.isError():
        raise AssertionError("%d/%d: %s" % (address, count, answer))
    return answer.registers


def value(read, row):
    method, count = DECODERS[row["type"]]
    registers = words(read, int(row["address"]), count)
    decoder = BinaryPayloadDecoder.fromRegisters(registers, byteorder=Endian.Big, wordorder=Endian.Little)
    return getattr(decoder, method)()


def code(answer):
    return getattr(answer, "exception_code", None) or ("no answer" if answer.isError() else "an answer")


def differs(read, start, length, offset, count):
    for _ in range(ENERGY_TRIES):  # an energy may have counted on between the two
        whole = words(read, start, length)
        part = words(read, start + offset, count)
        at = range(start + offset, start + offset + count)
        if all(w == p or a in CLOCKS for w, p, a in zip(whole[offset:], part, at)):
            return False
    return True


def offsets(read):
    wrong = []
    reads = 0
    for start, length in BLOCKS.items():
        for offset in range(length):
            for count in {1, length - offset}:
                reads += 1
                if differs(read, start, length, offset, count):
                    wrong.append("%d/%d" % (start + offset, count))
    return {"reads": reads, "wrong": wrong}


def refusals(meter):
    found = {}
    for start, length in BLOCKS.items():
        for address, count in ((start, length + 1), (start + length - 1, 2), (start + length, 1), (start - 1, 2)):
            if address >= 0:
                found["read %d/%d" % (address, count)] = code(meter.read_holding_registers(address, count, slave=UNIT))
    found["read 5000/1"] = code(meter.read_holding_registers(5000, 1, slave=UNIT))
    found["write 1008"] = code(meter.write_register(1008, 1, slave=UNIT))
    found["write 1700/2"] = code(meter.write_registers(1700, [1, 1], slave=UNIT))
    found["write averaging 9"] = code(meter.write_register(1607, 9, slave=UNIT))
    found["function 7"] = code(meter.execute(ReadExceptionStatusRequest(unit=UNIT)))
    return found


def averaging(meter):
    found = []
    for wanted in (0, 3, 1):
        answer = meter.write_register(1607, wanted, slave=UNIT)
        found.append([wanted, answer.value, words(meter.read_holding_registers, 1607, 1)[0]])
    meter.write_registers(1609, [30, 2], slave=UNIT)
    found.append(words(meter.read_holding_registers, 1609, 2))
    meter.write_registers(1609, [15, 1], slave=UNIT)
    return found


def await_answer(meter):
    end = time.monotonic() + START_SECONDS
    while meter.read_holding_registers(1008, 2, slave=UNIT).isError():
        if time.monotonic() > end:
            raise AssertionError("the meter never answered")
        meter.connect()


meter = client()
meter.connect()
await_answer(meter)
listed = rows(sys.argv[1])
report = {
    "holding": {row["address"]: value(meter.read_holding_registers, row) for row in listed},
    "input": {row["address"]: value(meter.read_input_registers, row) for row in listed},
    "offsets": offsets(meter.read_holding_registers),
    "averaging": averaging(meter),
    "id": list(meter.execute(ReportSlaveIdRequest(unit=UNIT)).identifier),
    "refusals": refusals(meter),
    "foreign": code(meter.read_holding_registers(1008, 2, slave=FOREIGN)),
}
meter.connect()
report["after"] = "an answer" if words(meter.read_holding_registers, 1008, 2) else "nothing"
print(json.dumps(report))
