package proctp.benchmarks;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;

/** Starts services beside the first, on its database, which are unlike it in one thing. */
final class SecondServices {

    /** Like the role that serves, but the policies do not hold for it. */
    private static final String UNBOUND = "proctp_unbound";
    private static final String ROOT_LOGGER = "<root ";
    private static final String NO_ACCESS_LOG = "<logger name=\"proctp.access\" level=\"OFF\"/>\n  ";

    private final Postgres postgres;
    private final String key;
    private final Path directory;

    /**
     * For a database that a service runs.
     *
     * @param key       what the header Authorization is of a request
     * @param directory for their logs
     */
    SecondServices(Postgres postgres, String key, Path directory) {
        this.postgres = postgres;
        this.key = key;
        this.directory = directory;
    }

    /** Of another jar. */
    Service of(Path jar) throws IOException {
        return start(jar, Map.of());
    }

    /** As a role that row level security does not hold for. */
    Service withoutPolicies(Path jar) throws IOException, SQLException {
        makeUnbound();
        return start(jar, Map.of("PROCTP_DATABASE_USER", UNBOUND));
    }

    /** For pgbench: as that role. */
    Map<String, String> unboundEnvironment() throws IOException {
        Map<String, String> environment = new HashMap<>(postgres.environment(Postgres.SERVICE));
        environment.put("PGUSER", UNBOUND);
        return environment;
    }

    private void makeUnbound() throws IOException, SQLException {
        boolean isThere = postgres.ask("select exists (select from pg_roles where rolname = '%s')".formatted(UNBOUND)).equals("t");
        postgres.ask("%s role %s login bypassrls password '%s'"
                .formatted(isThere ? "alter" : "create", UNBOUND, postgres.password(Postgres.SERVICE)));
    }

    /** Without a line for each request. */
    Service withoutLog(Path jar) throws IOException {
        Path configuration = directory.resolve("without-log.xml");
        try (InputStream logback = SecondServices.class.getResourceAsStream("/logback.xml")) {
            String usual = new String(logback.readAllBytes(), StandardCharsets.UTF_8);
            Files.writeString(configuration, usual.replace(ROOT_LOGGER, NO_ACCESS_LOG + ROOT_LOGGER));
        }
        return start(jar, Map.of("JDK_JAVA_OPTIONS", Service.javaOptions() + " -Dlogback.configurationFile=" + configuration));
    }

    private Service start(Path jar, Map<String, String> different) throws IOException {
        Map<String, String> settings = new HashMap<>(postgres.settings(postgres.port()));
        settings.putAll(different);
        return Service.start(jar, settings, key, directory.resolve("second-service"));
    }
}
