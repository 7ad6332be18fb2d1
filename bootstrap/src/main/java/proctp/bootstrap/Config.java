package proctp.bootstrap;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import proctp.http.HttpSettings;
import proctp.postgres.PostgresSettings;
import proctp.postgres.PostgresSettings.Login;

/**
 * What the person who runs ProcTP decided; {@link Setting} says what each means. No component is null.
 *
 * @param http what concerns clients
 * @param admin where the operator's port is
 * @param dataDirectory absolute; empty exactly when {@code database} is present
 * @param database the PostgreSQL of one's own; empty for the embedded one
 * @param databaseConnections at most, from 1
 * @param keySecret at least 16 characters; always present when {@code database} is
 * @param sample empty when nothing was said, which means yes for a new embedded database and no for one's own
 * @param logFormat how log lines are written
 * @param warnings sentences about what was given but has no effect, or one that not everybody would want
 */
record Config(HttpSettings http, Admin admin, Optional<Path> dataDirectory, Optional<Database> database,
              int databaseConnections, Optional<String> keySecret, Optional<Boolean> sample, LogFormat logFormat,
              List<String> warnings) {

    Config {
        Objects.requireNonNull(http);
        Objects.requireNonNull(admin);
        Objects.requireNonNull(dataDirectory);
        Objects.requireNonNull(database);
        Objects.requireNonNull(keySecret);
        Objects.requireNonNull(sample);
        Objects.requireNonNull(logFormat);
        warnings = List.copyOf(warnings);
    }

    /**
     * Where the operator asks how the service is.
     *
     * @param host a host name or an IP address
     * @param port 0 to 65535; 0 stands for a free one
     */
    record Admin(String host, int port) {
    }

    /**
     * Where a PostgreSQL is, and how to get in.
     *
     * @param jdbcUrl for pgjdbc, without user and password
     * @param service as whom to serve
     * @param owner as whom to change the tables and to run the commands; empty when that is the same
     */
    record Database(String jdbcUrl, Login service, Optional<Login> owner) {

        /** What the adapter is told; for the numbers see there. */
        PostgresSettings settings(int connections, int waiting) {
            return new PostgresSettings(jdbcUrl, service, owner, connections, waiting);
        }

        /** Leaves out the passwords, and the URL's parameters. */
        @Override
        public String toString() {
            return "Database[jdbcUrl=%s, service=%s, owner=%s]".formatted(address(), service, owner);
        }

        /** Where it is, for a person; without the parameters, since some of them are secrets. */
        String address() {
            return jdbcUrl.replaceFirst("\\?.*", "");
        }
    }

    /**
     * Reads the whole configuration. An empty variable counts as not set.
     *
     * @param environment the process's environment; only what starts with {@code PROCTP_}, and {@code HOME} and the
     *     variables that say where a user keeps application data
     * @param system the JVM's properties; only {@code os.name} and, where the environment names no home,
     *     {@code user.home}
     * @throws ConfigException with every fault there is
     */
    static Config fromEnvironment(Map<String, String> environment, Properties system) {
        SettingReader read = new SettingReader(new GivenSettings(environment));
        DatabaseSettings databaseSettings = new DatabaseSettings(read);
        HttpSettings.Listen listen = ListenSettings.read(read);
        Admin admin = new Admin(read.host(Setting.ADMIN_HOST), read.wholeNumber(Setting.ADMIN_PORT, 0, 65_535));
        // a wrong URL is still a URL: nobody who gave one wants to hear about the data directory
        Optional<Path> dataDirectory = databaseSettings.given()
                ? Optional.empty()
                : read.directory(Setting.DATA_DIR, () -> DefaultDirectory.of(environment, system));
        Optional<Database> database = databaseSettings.database();
        int databaseConnections = read.wholeNumber(Setting.DATABASE_CONNECTIONS, 1, 1_000);
        ZoneId timeZone = read.timeZone(Setting.TIME_ZONE);
        PageSettings pages = new PageSettings(read);
        HttpSettings.Limits limits = LimitSettings.read(read);
        HttpSettings.Throttle throttle = ThrottleSettings.read(read);
        Optional<String> keySecret = databaseSettings.keySecret();
        Optional<Boolean> sample = read.yesOrNo(Setting.SAMPLE);
        HttpSettings http = new HttpSettings(listen, timeZone, new HttpSettings.Pages(pages.usual(), pages.max()),
                Origins.read(read), limits, throttle);
        LogFormat logFormat = LogFormat.valueOf(
                read.word(Setting.LOG_FORMAT, List.of("auto", "json", "text")).toUpperCase(Locale.ROOT));
        UnknownVariables.warnings(environment).forEach(read::warning);
        read.throwIfWrong();
        return new Config(http, admin, dataDirectory, database, databaseConnections, keySecret, sample, logFormat,
                read.warnings());
    }

    /** Everything but the secrets. */
    @Override
    public String toString() {
        return "Config[http=%s, admin=%s, dataDirectory=%s, database=%s, databaseConnections=%d, sample=%s, logFormat=%s]"
                .formatted(http, admin, dataDirectory, database, databaseConnections, sample, logFormat);
    }
}
