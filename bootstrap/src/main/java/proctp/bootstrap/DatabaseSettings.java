package proctp.bootstrap;

import java.util.Optional;
import proctp.postgres.PostgresSettings.Login;

/** Reads the settings that belong to a PostgreSQL of one's own. */
final class DatabaseSettings {
    private static final int SHORTEST_SECRET = 16;

    private final SettingReader read;

    DatabaseSettings(SettingReader read) {
        this.read = read;
    }

    /** Whether there is a URL, right or wrong. */
    boolean given() {
        return read.text(Setting.DATABASE_URL).isPresent();
    }

    /** Empty without a URL and when something is wrong. */
    Optional<Config.Database> database() {
        if (!given()) {
            refuseWithoutUrl(Setting.DATABASE_USER);
            refuseWithoutUrl(Setting.DATABASE_PASSWORD);
            refuseWithoutUrl(Setting.MIGRATION_USER);
            refuseWithoutUrl(Setting.MIGRATION_PASSWORD);
            return Optional.empty();
        }
        warnOfDirectory();
        return url().flatMap(this::database);
    }

    private Optional<Config.Database> database(DatabaseUrl url) {
        Optional<String> user = read.text(Setting.DATABASE_USER).or(url::user);
        if (user.isEmpty()) {
            read.problem("%s names no user: put one into it, or set %s.".formatted(
                    Setting.DATABASE_URL.variable(), Setting.DATABASE_USER.variable()));
        }
        String password = read.text(Setting.DATABASE_PASSWORD).or(url::password).orElse("");
        Optional<Login> owner = owner();
        return user.map(name -> new Config.Database(url.jdbcUrl(), new Login(name, password), owner));
    }

    private Optional<Login> owner() {
        Optional<String> user = read.text(Setting.MIGRATION_USER);
        Optional<String> password = read.text(Setting.MIGRATION_PASSWORD);
        if (user.isEmpty() && password.isPresent()) {
            read.problem("%s is set without %s: set that too, or neither to let the user who serves own the tables.".formatted(
                    Setting.MIGRATION_PASSWORD.variable(), Setting.MIGRATION_USER.variable()));
        }
        return user.map(name -> new Login(name, password.orElse("")));
    }

    private void warnOfDirectory() {
        if (read.text(Setting.DATA_DIR).isPresent()) {
            read.warning("%s has no effect with %s: only the embedded database lives in a directory.".formatted(
                    Setting.DATA_DIR.variable(), Setting.DATABASE_URL.variable()));
        }
    }

    private Optional<DatabaseUrl> url() {
        Optional<DatabaseUrl> url = read.text(Setting.DATABASE_URL).flatMap(DatabaseUrl::parse);
        if (url.isEmpty()) {
            // not a character of it is shown: any part of a mistyped URL can be the password
            read.problem(("%s is not a PostgreSQL URL: it must be postgresql://user:password@host:port/database or"
                    + " jdbc:postgresql://host:port/database, with signs such as @ / : %% in a user or password"
                    + " percent-encoded.").formatted(Setting.DATABASE_URL.variable()));
        }
        return url;
    }

    private void refuseWithoutUrl(Setting setting) {
        if (read.text(setting).isPresent()) {
            read.problem("%s is set without %s: set that too, or neither to use the embedded database.".formatted(
                    setting.variable(), Setting.DATABASE_URL.variable()));
        }
    }

    /** The secret; empty when none is set, which only the embedded database can do without. */
    Optional<String> keySecret() {
        Optional<String> secret = read.text(Setting.KEY_SECRET);
        if (secret.isEmpty() && given()) {
            read.problem(("%s is not set: with %s it must be a secret of at least %d characters, the same at every"
                    + " start.").formatted(Setting.KEY_SECRET.variable(), Setting.DATABASE_URL.variable(),
                    SHORTEST_SECRET));
        }
        if (secret.isPresent() && secret.get().codePointCount(0, secret.get().length()) < SHORTEST_SECRET) {
            read.problem("%s is too short: it must be a secret of at least %d characters.".formatted(
                    Setting.KEY_SECRET.variable(), SHORTEST_SECRET));
        }
        return secret;
    }
}
