package org.eclipse.kura;

import java.util.Arrays;
import java.util.stream.Collectors;

/** What went wrong; the constants and their order are Kura's, the phrases are ours. */
public enum KuraErrorCode {
    /** A configuration could not be used. */
    CONFIGURATION_ERROR("Configuration failed"),

    /** A component refused its new configuration. */
    CONFIGURATION_UPDATE("Configuration update failed"),

    /** An earlier configuration could not be restored. */
    CONFIGURATION_ROLLBACK("Configuration rollback failed"),

    /** The metatype does not know the attribute. */
    CONFIGURATION_ATTRIBUTE_UNDEFINED("Unknown configuration attribute"),

    /** The value of an attribute is not acceptable. */
    CONFIGURATION_ATTRIBUTE_INVALID("Invalid configuration attribute"),

    /** A required attribute has no value. */
    CONFIGURATION_REQUIRED_ATTRIBUTE_MISSING("Missing configuration attribute"),

    /** The snapshot does not exist. */
    CONFIGURATION_SNAPSHOT_NOT_FOUND("No such snapshot"),

    /** A snapshot could not be written. */
    CONFIGURATION_SNAPSHOT_TAKING("Snapshot not taken"),

    /** The snapshots could not be listed. */
    CONFIGURATION_SNAPSHOT_LISTING("Snapshots not listed"),

    /** A snapshot could not be read. */
    CONFIGURATION_SNAPSHOT_LOADING("Snapshot not loaded"),

    /** Something failed that no other code names. */
    INTERNAL_ERROR("Internal error"),

    /** Baud rate, parity or the like are not acceptable. */
    SERIAL_PORT_INVALID_CONFIGURATION("Invalid serial port settings"),

    /** The serial port does not exist. */
    SERIAL_PORT_NOT_EXISTING("No such serial port"),

    /** Somebody else holds the port. */
    PORT_IN_USE("Port in use"),

    /** Some parts of the operation failed. */
    PARTIAL_SUCCESS("Only partly done"),

    /** A check of identity or integrity failed. */
    SECURITY_EXCEPTION("Security violation"),

    /** There is no connection to work on. */
    NOT_CONNECTED("Not connected"),

    /** The answer did not come in time. */
    TIMED_OUT("Timed out"),

    /** The connection could not be made, or broke. */
    CONNECTION_FAILED("Connection failed"),

    /** Too many messages wait for their confirmation. */
    TOO_MANY_INFLIGHT_MESSAGES("Too many messages in flight"),

    /** The message store refused an operation. */
    STORE_ERROR("Store failed"),

    /** A payload could not be encoded. */
    ENCODE_ERROR("Encoding failed"),

    /** A payload could not be decoded. */
    DECODER_ERROR("Decoding failed"),

    /** A metric has a type that cannot be sent. */
    INVALID_METRIC_EXCEPTION("Invalid metric"),

    /** A message is malformed. */
    INVALID_MESSAGE_EXCEPTION("Invalid message"),

    /** The implementation does not offer the operation. */
    OPERATION_NOT_SUPPORTED("Operation not supported"),

    /** The device is not there. */
    UNAVAILABLE_DEVICE("Device unavailable"),

    /** The device was closed before. */
    CLOSED_DEVICE("Device closed"),

    /** A general purpose pin failed. */
    GPIO_EXCEPTION("GPIO failed"),

    /** A command of the operating system failed. */
    OS_COMMAND_ERROR("System command failed"),

    /** An argument is not acceptable. */
    INVALID_PARAMETER("Invalid parameter"),

    /** A process could not be run. */
    PROCESS_EXECUTION_ERROR("Process failed"),

    /** A subscription could not be made. */
    SUBSCRIPTION_ERROR("Subscription failed"),

    /** A Bluetooth LE notification failed. */
    BLE_NOTIFICATION_ERROR("Bluetooth notification failed"),

    /** A Bluetooth LE connection failed. */
    BLE_CONNECTION_ERROR("Bluetooth connection failed"),

    /** Bluetooth LE pairing failed. */
    BLE_PAIR_ERROR("Bluetooth pairing failed"),

    /** A Bluetooth LE service or characteristic is not there. */
    BLE_RESOURCE_NOT_FOUND("Bluetooth resource not found"),

    /** Reading or writing over Bluetooth LE failed. */
    BLE_IO_ERROR("Bluetooth transfer failed"),

    /** A Bluetooth LE command failed. */
    BLE_COMMAND_ERROR("Bluetooth command failed"),

    /** Bluetooth LE discovery failed. */
    BLE_DISCOVERY_ERROR("Bluetooth discovery failed"),

    /** A Bluetooth LE device could not be forgotten. */
    BLE_REMOVE_ERROR("Bluetooth device not removed"),

    /** The requester made a mistake; a cloud request answers 400. */
    BAD_REQUEST("Bad request"),

    /** What was asked for does not exist; a cloud request answers 404. */
    NOT_FOUND("Not found"),

    /** A service is missing at the moment. */
    SERVICE_UNAVAILABLE("Service unavailable"),

    /** The connection could not be closed in order. */
    DISCONNECTION_FAILED("Disconnection failed"),

    /** Reading or writing failed. */
    IO_ERROR("Input or output failed"),

    /** The modem is of an unknown kind. */
    UNSUPPORTED_MODEM("Unsupported modem"),

    /** A certificate cannot be used. */
    INVALID_CERTIFICATE_EXCEPTION("Invalid certificate");

    private final String phrase;

    KuraErrorCode(String phrase) {
        this.phrase = phrase;
    }

    /** The message of an exception: the phrase, then the arguments after a colon. */
    String message(Object... arguments) {
        if (arguments == null || arguments.length == 0) {
            return phrase;
        }
        return Arrays.stream(arguments)
                .map(String::valueOf)
                .collect(Collectors.joining(", ", phrase + ": ", ""));
    }
}
