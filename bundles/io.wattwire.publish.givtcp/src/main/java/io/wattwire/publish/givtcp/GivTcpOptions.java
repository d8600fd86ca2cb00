package io.wattwire.publish.givtcp;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.AttributeType;
import org.osgi.service.metatype.annotations.Option;

/** What Kura's screen shows of the database, of names, of commands and of REST. */
interface GivTcpOptions {
    /** Database. */
    @AttributeDefinition(
            name = "InfluxDB",
            description = "Writes to a database instead. GivTCP's INFLUX_OUTPUT.",
            required = false,
            defaultValue = "false")
    boolean influx();

    /** Where the database is. */
    @AttributeDefinition(
            name = "InfluxDB address",
            description = "For example http://192.0.2.7:8086",
            required = false,
            defaultValue = "http://localhost:8086")
    String influx_url();

    /** Organisation. */
    @AttributeDefinition(
            name = "InfluxDB organisation",
            description = "Name or id.",
            required = false)
    String influx_org();

    /** Bucket. */
    @AttributeDefinition(
            name = "InfluxDB bucket",
            description = "Name of the bucket.",
            required = false)
    String influx_bucket();

    /** Secret. */
    @AttributeDefinition(
            name = "InfluxDB token",
            description = "Kura keeps it encrypted.",
            required = false,
            type = AttributeType.PASSWORD)
    String influx_token();

    /** Where values are. */
    @AttributeDefinition(
            name = "Topic root",
            description = "Values are at root/serial number/. GivTCP's MQTT_TOPIC.",
            required = false,
            defaultValue = "GivEnergy")
    String topic_root();

    /** Whose spelling. */
    @AttributeDefinition(
            name = "Form",
            description = "2022: GivTCP of January 2022; v3: GivTCP 3.",
            required = false,
            defaultValue = "2022",
            options = {
                @Option(label = "2022", value = "2022"),
                @Option(label = "v3", value = "v3")
            })
    String form();

    /** Registers. */
    @AttributeDefinition(
            name = "Raw values",
            description = "Adds each register that is read. GivTCP's PRINT_RAW.",
            required = false,
            defaultValue = "false")
    boolean raw();

    /** Home Assistant. */
    @AttributeDefinition(
            name = "Discovery",
            description = "Describes the inverters to Home Assistant. GivTCP's HA_AUTO_D.",
            required = false,
            defaultValue = "true")
    boolean discovery();

    /** Where it looks. */
    @AttributeDefinition(
            name = "Discovery prefix",
            description = "As set in Home Assistant.",
            required = false,
            defaultValue = "homeassistant")
    String discovery_prefix();

    /** Commands from the broker. */
    @AttributeDefinition(
            name = "Control",
            description =
                    "Lets the points below be commanded by whoever may publish at the broker,"
                            + " and by REST.",
            required = false,
            defaultValue = "false")
    boolean control_enabled();

    /** What may be commanded. */
    @AttributeDefinition(
            name = "Control points",
            description = "One per line or semicolon: inverter/charge_rate = 0..100",
            required = false)
    String control_points();

    /** How often. */
    @AttributeDefinition(
            name = "Commands per minute",
            description = "Of each point.",
            required = false,
            defaultValue = "12",
            min = "1",
            max = "600")
    int control_per_minute();

    /** Callers over HTTP. */
    @AttributeDefinition(
            name = "REST",
            description = "Answers GivTCP's paths over HTTP.",
            required = false,
            defaultValue = "false")
    boolean rest();

    /** Which inverter is at which port. */
    @AttributeDefinition(
            name = "REST serial numbers",
            description =
                    "Where there are several inverters: the first one's port is below, the"
                            + " others' are those after it. Empty: one port.",
            required = false)
    String rest_serials();

    /** Where REST is. */
    @AttributeDefinition(
            name = "REST address",
            description = "127.0.0.1: this gateway only. Others need a secret.",
            required = false,
            defaultValue = "127.0.0.1")
    String http_address();

    /** Its port. */
    @AttributeDefinition(
            name = "REST port",
            description = "GivTCP's first instance had 6345.",
            required = false,
            defaultValue = "6345",
            min = "0",
            max = "65535")
    int http_port();

    /** What callers must know. */
    @AttributeDefinition(
            name = "REST secret",
            description = "At least 8 characters. Kura keeps it encrypted.",
            required = false,
            type = AttributeType.PASSWORD)
    String http_secret();

    /** What those must know who only look. */
    @AttributeDefinition(
            name = "REST: secret for reading",
            description =
                    "Besides the secret, for those who may look and not command; 8 characters"
                            + " or more.",
            required = false,
            type = AttributeType.PASSWORD)
    String http_secret_read();

    /** Names of the gateway. */
    @AttributeDefinition(
            name = "REST host names",
            description = "By which callers call the gateway, besides its addresses.",
            required = false)
    String http_hosts();

    /** Key and certificate. */
    @AttributeDefinition(
            name = "REST key store",
            description = "PKCS12 file with key and certificate, for HTTPS.",
            required = false)
    String http_keystore();

    /** Its password. */
    @AttributeDefinition(
            name = "REST key store password",
            description = "Kura keeps it encrypted.",
            required = false,
            type = AttributeType.PASSWORD)
    String http_keystore_password();
}
