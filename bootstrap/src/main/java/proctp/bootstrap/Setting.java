package proctp.bootstrap;

/** Every setting of ProcTP: the one place that knows its variable, its default and what it means. */
enum Setting {
    /** A host name or an IP address. */
    HOST("127.0.0.1", "address to listen on; 0.0.0.0 takes requests from other machines"),
    /** 0 to 65535. */
    PORT("30222", "port to listen on; 0 takes a free one"),
    /** A path; only the embedded database uses it. */
    DATA_DIR("a directory proctp among this user's application data", "where the embedded database lives"),
    /** A JDBC or a libpq URL; may carry user and password. */
    DATABASE_URL("the embedded database", "a PostgreSQL of your own: postgresql://user:password@host:port/database"),
    /** Wins over the user in the URL. */
    DATABASE_USER("the user in the URL", "whom to connect to your own PostgreSQL as"),
    /** Wins over the password in the URL; a secret. */
    DATABASE_PASSWORD("the password in the URL", "the password for your own PostgreSQL"),
    /** An IANA id. */
    TIME_ZONE("this machine's time zone", "zone in which date-times are written, such as America/Chicago"),
    /** 1 to 100000, not above {@link #PAGE_MAX}. */
    PAGE_DEFAULT("100, or PROCTP_PAGE_MAX if that is less", "how many items a list holds when the client does not say"),
    /** 1 to 100000. */
    PAGE_MAX("1000", "how many items a client can ask for at once"),
    /** At least 16 characters; a secret. */
    KEY_SECRET("made once by the embedded database", "secret that stored API keys are hashed with, 16 characters or more"),
    /** true or false. */
    SAMPLE("true with the embedded database, else false", "load the sample office when there is no practice yet"),
    /** Origins, separated by commas. */
    CORS_ORIGINS("none", "web pages that may call the API, such as https://app.example,https://other.example");

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

    /** What holds when the variable is not set: the value itself where it is fixed, otherwise words. */
    String defaultText() {
        return defaultText;
    }

    /** One line for the help, without the default. */
    String meaning() {
        return meaning;
    }
}
