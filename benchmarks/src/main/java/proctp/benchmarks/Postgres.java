package proctp.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;

/**
 * The embedded PostgreSQL of a running service, which is told from the files in its data directory.
 *
 * @param pid  the process that started all its others
 * @param port on 127.0.0.1
 */
record Postgres(Path home, long pid, int port) {

    /** Owns the tables, and is a superuser. */
    static final String SUPERUSER = "proctp";
    /** Serves requests. */
    static final String SERVICE = "proctp_service";

    private static final int PORT_LINE = 3;

    /** That of a data directory. */
    static Postgres of(Path home) throws IOException {
        List<String> note = Files.readAllLines(home.resolve("data").resolve("postmaster.pid"));
        return new Postgres(home, Long.parseLong(note.get(0).strip()), Integer.parseInt(note.get(PORT_LINE).strip()));
    }

    /** Asks for one value, or does something, as the superuser. */
    String ask(String sql) throws SQLException, IOException {
        try (Connection connection = DriverManager.getConnection("jdbc:postgresql://127.0.0.1:" + port + "/proctp", SUPERUSER,
                password(SUPERUSER)); Statement statement = connection.createStatement()) {
            if (!statement.execute(sql)) {
                return "";
            }
            try (ResultSet result = statement.getResultSet()) {
                result.next();
                return result.getString(1);
            }
        }
    }

    /** What a type is called that PostgreSQL has that number for. */
    String type(int number) {
        try {
            return ask("select format_type(%d, null)".formatted(number));
        } catch (SQLException | IOException failure) {
            throw new IllegalStateException("PostgreSQL does not say what type %d is.".formatted(number), failure);
        }
    }

    String password(String role) throws IOException {
        return read(role.equals(SUPERUSER) ? "database-password" : "service-password");
    }

    /** For libpq: how a role gets in. */
    Map<String, String> environment(String role) throws IOException {
        return Map.of("PGHOST", "127.0.0.1", "PGPORT", String.valueOf(port), "PGDATABASE", "proctp", "PGUSER", role,
                "PGPASSWORD", password(role));
    }

    /** For a second service beside the one that runs it: as its own database, reached at that port. */
    Map<String, String> settings(int port) throws IOException {
        return Map.of("PROCTP_DATABASE_URL", "postgresql://127.0.0.1:%d/proctp".formatted(port),
                "PROCTP_DATABASE_USER", SERVICE, "PROCTP_DATABASE_PASSWORD", password(SERVICE),
                "PROCTP_MIGRATION_USER", SUPERUSER, "PROCTP_MIGRATION_PASSWORD", password(SUPERUSER),
                "PROCTP_KEY_SECRET", read("key-secret"));
    }

    private String read(String secret) throws IOException {
        return Files.readString(home.resolve(secret)).strip();
    }
}
