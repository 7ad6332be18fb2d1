package proctp.bootstrap;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;

/**
 * What the person who runs ProcTP decided; {@link Setting} says what each means. No component is null.
 *
 * @param host a host name or an IP address
 * @param port 0 to 65535; 0 stands for a free one
 * @param dataDirectory absolute; empty exactly when {@code database} is present
 * @param database the PostgreSQL of one's own; empty for the embedded one
 * @param timeZone the zone in which date-times are written
 * @param pageDefault 1 to {@code pageMax}
 * @param pageMax 1 to 100000
 * @param keySecret at least 16 characters; always present when {@code database} is
 * @param sample empty when nothing was said, which means yes for a new embedded database and no for one's own
 * @param corsOrigins in lower case, without path and without the scheme's usual port
 * @param warnings sentences about what was given but has no effect
 */
record Config(String host, int port, Optional<Path> dataDirectory, Optional<Database> database, ZoneId timeZone,
              int pageDefault, int pageMax, Optional<String> keySecret, Optional<Boolean> sample,
              List<String> corsOrigins, List<String> warnings) {

    Config {
        Objects.requireNonNull(host);
        Objects.requireNonNull(dataDirectory);
        Objects.requireNonNull(database);
        Objects.requireNonNull(timeZone);
        Objects.requireNonNull(keySecret);
        Objects.requireNonNull(sample);
        corsOrigins = List.copyOf(corsOrigins);
        warnings = List.copyOf(warnings);
    }

    /**
     * Where a PostgreSQL of one's own is.
     *
     * @param jdbcUrl for pgjdbc, without user and password
     * @param user never empty
     * @param password empty when the server asks for none
     */
    record Database(String jdbcUrl, String user, String password) {
        /** Leaves out the password, and the URL's parameters, since some of them are secrets too. */
        @Override
        public String toString() {
            return "Database[jdbcUrl=%s, user=%s]".formatted(jdbcUrl.replaceFirst("\\?.*", ""), user);
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
        SettingReader read = new SettingReader(environment);
        DatabaseSettings databaseSettings = new DatabaseSettings(read);
        String host = read.host(Setting.HOST);
        int port = read.wholeNumber(Setting.PORT, 0, 65_535);
        // a wrong URL is still a URL: nobody who gave one wants to hear about the data directory
        Optional<Path> dataDirectory = databaseSettings.given()
                ? Optional.empty()
                : read.directory(Setting.DATA_DIR, () -> DefaultDirectory.of(environment, system));
        Optional<Database> database = databaseSettings.database();
        ZoneId timeZone = read.timeZone(Setting.TIME_ZONE);
        PageSettings pages = new PageSettings(read);
        Optional<String> keySecret = databaseSettings.keySecret();
        Optional<Boolean> sample = read.yesOrNo(Setting.SAMPLE);
        List<String> corsOrigins = read.origins(Setting.CORS_ORIGINS);
        UnknownVariables.warnings(environment).forEach(read::warning);
        read.throwIfWrong();
        return new Config(host, port, dataDirectory, database, timeZone, pages.usual(), pages.max(), keySecret, sample,
                corsOrigins, read.warnings());
    }

    /** Everything but the secrets. */
    @Override
    public String toString() {
        return ("Config[host=%s, port=%d, dataDirectory=%s, database=%s, timeZone=%s, pageDefault=%d, pageMax=%d,"
                + " sample=%s, corsOrigins=%s]").formatted(host, port, dataDirectory, database, timeZone, pageDefault,
                pageMax, sample, corsOrigins);
    }
}
