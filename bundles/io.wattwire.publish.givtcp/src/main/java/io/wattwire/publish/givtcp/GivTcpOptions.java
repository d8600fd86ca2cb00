package io.wattwire.publish.givtcp;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.AttributeType;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.osgi.service.metatype.annotations.Option;

/** What Kura's screen shows. */
@ObjectClassDefinition(
        id = GivTcpPublisher.PID,
        name = "GivTCP compatible publisher",
        description = "Publishes GivEnergy inverters and batteries with GivTCP's topics and names.")
@interface GivTcpOptions {

    /** Broker. */
    @AttributeDefinition(
            name = "MQTT",
            description = "Publishes to a broker. GivTCP's MQTT_OUTPUT.",
            required = false)
    boolean mqtt() default true;

    /** Host of the broker. */
    @AttributeDefinition(
            name = "Host",
            description = "Name or address of the broker.",
            required = false)
    String host() default "localhost";

    /** Its port. */
    @AttributeDefinition(
            name = "Port",
            description = "Empty: 1883, with TLS 8883.",
            required = false,
            min = "1",
            max = "65535")
    int port();

    /** Encryption. */
    @AttributeDefinition(
            name = "TLS",
            description = "Needed wherever others share the network.",
            required = false)
    boolean tls() default false;

    /** Who certifies the broker. */
    @AttributeDefinition(
            name = "TLS authority",
            description = "File with certificates in PEM form. Empty: Java's trust store.",
            required = false)
    String tls_ca();

    /** Account. */
    @AttributeDefinition(name = "User name", description = "Empty: none.", required = false)
    String username();

    /** Secret of the account. */
    @AttributeDefinition(
            name = "Password",
            description = "Kura keeps it encrypted.",
            required = false,
            type = AttributeType.PASSWORD)
    String password();

    /** Name at the broker. */
    @AttributeDefinition(
            name = "Client id",
            description = "Empty: wattwire- and the name of this component.",
            required = false)
    String client_id();

    /** Life sign, s. */
    @AttributeDefinition(
            name = "Keep alive (s)",
            description = "After one and a half of it without a sign the connection is lost.",
            required = false,
            min = "5",
            max = "3600")
    int keep_alive_s() default 30;

    /** Database. */
    @AttributeDefinition(
            name = "InfluxDB",
            description = "Writes to a database instead. GivTCP's INFLUX_OUTPUT.",
            required = false)
    boolean influx() default false;

    /** Where the database is. */
    @AttributeDefinition(
            name = "InfluxDB address",
            description = "For example http://192.0.2.7:8086",
            required = false)
    String influx_url() default "http://localhost:8086";

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
            required = false)
    String topic_root() default "GivEnergy";

    /** Whose spelling. */
    @AttributeDefinition(
            name = "Form",
            description = "2022: GivTCP of January 2022; v3: GivTCP 3.",
            required = false,
            options = {
                @Option(label = "2022", value = "2022"),
                @Option(label = "v3", value = "v3")
            })
    String form() default "2022";

    /** Registers. */
    @AttributeDefinition(
            name = "Raw values",
            description = "Adds each register that is read. GivTCP's PRINT_RAW.",
            required = false)
    boolean raw() default false;

    /** Home Assistant. */
    @AttributeDefinition(
            name = "Discovery",
            description = "Describes the inverters to Home Assistant. GivTCP's HA_AUTO_D.",
            required = false)
    boolean discovery() default true;

    /** Where it looks. */
    @AttributeDefinition(
            name = "Discovery prefix",
            description = "As set in Home Assistant.",
            required = false)
    String discovery_prefix() default "homeassistant";

    /** Commands from the broker. */
    @AttributeDefinition(
            name = "Control",
            description =
                    "Lets the points below be commanded by whoever may publish at the broker,"
                            + " and by REST.",
            required = false)
    boolean control_enabled() default false;

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
            min = "1",
            max = "600")
    int control_per_minute() default 12;

    /** Callers over HTTP. */
    @AttributeDefinition(
            name = "REST",
            description = "Answers GivTCP's paths over HTTP.",
            required = false)
    boolean rest() default false;

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
            required = false)
    String http_address() default "127.0.0.1";

    /** Its port. */
    @AttributeDefinition(
            name = "REST port",
            description = "GivTCP's first instance had 6345.",
            required = false,
            min = "0",
            max = "65535")
    int http_port() default 6345;

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

    /** What is written how often. */
    @AttributeDefinition(
            name = "Channels",
            description =
                    "Rules, the first that fits counts: link_* = off; *_energy_* = last 300;"
                            + " meter/* = mean 60; * = change 600. Without one: each value.",
            required = false)
    String channels();

    /** Longest queue. */
    @AttributeDefinition(
            name = "Queue (records)",
            description = "How many wire records may wait on disk.",
            required = false,
            min = "1000",
            max = "10000000")
    int queue_records() default 200_000;

    /** Largest queue, MB. */
    @AttributeDefinition(
            name = "Queue (MB)",
            description = "How much of the disk they may take.",
            required = false,
            min = "1",
            max = "4096")
    int queue_mb() default 64;
}
