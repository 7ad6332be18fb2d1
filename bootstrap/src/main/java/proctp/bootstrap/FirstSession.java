package proctp.bootstrap;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** The first session with an embedded server that has come up: makes the service's database, and sees that it is safe. */
final class FirstSession {
    private static final String UNKNOWN_DATABASE = "3D000";
    private static final List<String> DURABLE = List.of("fsync", "synchronous_commit", "full_page_writes");

    private final EmbeddedDatabase database;

    private FirstSession(EmbeddedDatabase database) {
        this.database = database;
    }

    /** @throws StartException when the server lets nobody in, could lose what was saved, or is another one */
    static void in(EmbeddedDatabase database) throws IOException {
        FirstSession session = new FirstSession(database);
        try (Connection connection = session.connect()) {
            session.requireDurable(connection);
        } catch (SQLException e) {
            throw new StartException("The embedded database in %s does not let ProcTP in: %s.".formatted(
                    database.home(), e.getMessage()), e);
        }
    }

    private Connection connect() throws SQLException {
        try {
            return connect(database.jdbcUrl());
        } catch (SQLException e) {
            if (!UNKNOWN_DATABASE.equals(e.getSQLState())) {
                throw e;
            }
        }
        int name = database.jdbcUrl().lastIndexOf('/') + 1;
        try (Connection connection = connect(database.jdbcUrl().substring(0, name) + "postgres");
                Statement statement = connection.createStatement()) {
            statement.execute("create database " + database.jdbcUrl().substring(name));
        }
        return connect(database.jdbcUrl());
    }

    private Connection connect(String url) throws SQLException {
        return DriverManager.getConnection(url, database.user(), database.password());
    }

    /** Asks the server itself, in a session like the service's: a role or a database can have settings of its own. */
    private void requireDurable(Connection connection) throws SQLException, IOException {
        for (String setting : DURABLE) {
            if (!show(connection, setting).equals("on")) {
                throw new StartException(("The embedded database in %s has %s switched off for its role or database, so"
                        + " that a power cut could lose what was saved: ProcTP does not run with it.")
                        .formatted(database.home(), setting));
            }
        }
        Path served = Path.of(show(connection, "data_directory"));
        Path own = database.home().resolve("data");
        if (!Files.isSameFile(served, own)) {
            throw new StartException("The PostgreSQL on port %d serves %s instead of %s: start ProcTP again.".formatted(
                    database.port(), served, own));
        }
    }

    private static String show(Connection connection, String setting) throws SQLException {
        try (Statement statement = connection.createStatement(); ResultSet row = statement.executeQuery("show " + setting)) {
            row.next();
            return row.getString(1);
        }
    }
}
