package proctp.bootstrap;

import java.util.EnumSet;
import java.util.Set;

/** Every setting of ProcTP: the one place that knows its variable, its default and what it means. */
enum Setting {
    /** A host name or an IP address. */
    HOST("127.0.0.1", "address to listen on; 0.0.0.0 takes requests from other machines"),
    /** 0 to 65535. */
    PORT("30222", "port to listen on; 0 takes a free one"),
    /** A path of a readable file; with {@link #TLS_KEY} or not at all. */
    TLS_CERTIFICATE("none", "PEM file with the certificate, and those that lead to its authority; read again when it changes"),
    /** A path of a readable file; with {@link #TLS_CERTIFICATE} or not at all. */
    TLS_KEY("none", "PEM file with the certificate's private key in PKCS #8, without a passphrase"),
    /** true or false. */
    ALLOW_PLAINTEXT("false", "let other machines call without TLS, as behind a proxy that has it"),
    /** A host name or an IP address. */
    ADMIN_HOST("127.0.0.1", "address of the operator's port"),
    /** 0 to 65535. */
    ADMIN_PORT("30232", "port for /live, /ready, /metrics and /info; 0 takes a free one"),
    /** A path; only the embedded database uses it. */
    DATA_DIR("a directory proctp among this user's application data", "where the embedded database lives"),
    /** A JDBC or a libpq URL; may carry user and password, so a secret. */
    DATABASE_URL("the embedded database", "a PostgreSQL of your own: postgresql://user:password@host:port/database"),
    /** Wins over the user in the URL. */
    DATABASE_USER("the user in the URL", "whom to connect to your own PostgreSQL as"),
    /** Wins over the password in the URL; a secret. */
    DATABASE_PASSWORD("the password in the URL", "the password for your own PostgreSQL"),
    /** Owns the tables, and works at the console. */
    MIGRATION_USER("the user who serves", "whom to make and change the tables as, and to run the commands as"),
    /** Of that user; a secret. */
    MIGRATION_PASSWORD("none", "the password for PROCTP_MIGRATION_USER"),
    /** 1 to 1000. */
    DATABASE_CONNECTIONS("10", "connections to the database at most"),
    /** An IANA id. */
    TIME_ZONE("this machine's time zone", "zone in which date-times are written and days begin, such as America/Chicago"),
    /** 1 to 100000, not above {@link #PAGE_MAX}. */
    PAGE_DEFAULT("100, or PROCTP_PAGE_MAX if that is less", "how many items a list holds when the client does not say"),
    /** 1 to 100000. */
    PAGE_MAX("1000", "how many items a client can ask for at once"),
    /** Bytes. */
    MAX_BODY("262144", "longest body of a request, in bytes"),
    /** Bytes. */
    MAX_HEADERS("32768", "longest request line and headers together, in bytes"),
    /** Bytes, not above {@link #MAX_HEADERS}. */
    MAX_TARGET("16384", "longest path and query together, in bytes"),
    /** From 4, which saving a plan needs. */
    MAX_JSON_DEPTH("16", "objects and arrays within each other in a body"),
    /** From 1. */
    MAX_CONNECTIONS("10000", "connections of clients that are open at once"),
    /** Seconds. */
    REQUEST_SECONDS("30", "time that a client has to send a request, in seconds"),
    /** 0 to 1000000. */
    WRONG_KEYS_PER_MINUTE("60", "requests with wrong keys that an address may send in a minute; 0 for any number"),
    /** Requests and seconds. */
    RATE_LIMIT("none", "what each customer key may do, such as 1/5 for one request in 5 seconds"),
    /** IP addresses, separated by commas. */
    TRUSTED_PROXIES("none", "addresses of proxies whose X-Forwarded-For is believed, such as 10.0.0.5,10.0.0.6"),
    /** At least 16 characters; a secret. */
    KEY_SECRET("made once by the embedded database", "secret that stored API keys are hashed with, 16 characters or more"),
    /** true or false. */
    SAMPLE("true with the embedded database, else false", "load the sample office when there is no practice yet"),
    /** Origins, separated by commas. */
    CORS_ORIGINS("none", "web pages that may call the API, such as https://app.example,https://other.example"),
    /** auto, json or text. */
    LOG_FORMAT("auto", "json for one JSON object a line, text for people; auto is text on a terminal");

    private static final Set<Setting> SECRETS = EnumSet.of(DATABASE_URL, DATABASE_PASSWORD, MIGRATION_PASSWORD, KEY_SECRET);

    /** What every variable's name starts with. */
    static final String PREFIX = "PROCTP_";

    private final String defaultText;
    private final String meaning;

    Setting(String defaultText, String meaning) {
        this.defaultText = defaultText;
        this.meaning = meaning;
    }

    /** The environment variable's name, such as {@code PROCTP_PORT}. */
    String variable() {
        return PREFIX + name();
    }

    /** Whether it must not be shown; such a one can also be read from a file. */
    boolean isSecret() {
        return SECRETS.contains(this);
    }

    /** The variable that names a file with the value, such as {@code PROCTP_DATABASE_PASSWORD_FILE}; for secrets only. */
    String fileVariable() {
        return variable() + "_FILE";
    }

    /** What holds when the variable is not set: the value itself where it is fixed, otherwise words. */
    String defaultText() {
        return defaultText;
    }

    /** One line for the help, without the default. */
    String meaning() {
        return meaning;
    }
}
