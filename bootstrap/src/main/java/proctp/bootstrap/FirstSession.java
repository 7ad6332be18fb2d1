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
import proctp.postgres.PostgresSettings.Login;

/**
 * The first session with an embedded server: with one that has just come up, it makes the service's database and role and sees that
 * they are safe; with one that another ProcTP runs, it sees that it is the right one.
 */
final class FirstSession {
    private static final String UNKNOWN_DATABASE = "3D000";
    private static final List<String> DURABLE = List.of("fsync", "synchronous_commit", "full_page_writes");

    private final Path home;
    private final Config.Database address;

    private FirstSession(Path home, Config.Database address) {
        this.home = home;
        this.address = address;
    }

    /**
     * The first session after the server of the directory has come up.
     *
     * @throws StartException when the server lets nobody in, could lose what was saved, or is another one
     */
    static void in(Path home, Config.Database address) throws IOException {
        FirstSession session = new FirstSession(home, address);
        try (Connection connection = session.connectAndMake()) {
            session.requireDurable(connection);
            session.requireOwn(connection);
            session.makeService(connection);
            session.hashAnew(connection);
        } catch (SQLException e) {
            throw session.notLetIn(e);
        }
    }

    /**
     * The first session of one who comes to a server that another ProcTP has started.
     *
     * @throws StartException when the server lets nobody in, or is another one
     */
    static void joining(Path home, Config.Database address) throws IOException {
        FirstSession session = new FirstSession(home, address);
        try (Connection connection = session.connect(address.jdbcUrl())) {
            session.requireOwn(connection);
        } catch (SQLException e) {
            throw session.notLetIn(e);
        }
    }

    private StartException notLetIn(SQLException e) {
        return new StartException("The embedded database in %s does not let ProcTP in: %s.".formatted(home, e.getMessage()), e);
    }

    private Connection connectAndMake() throws SQLException {
        try {
            return connect(address.jdbcUrl());
        } catch (SQLException e) {
            if (!UNKNOWN_DATABASE.equals(e.getSQLState())) {
                throw e;
            }
        }
        int name = address.jdbcUrl().lastIndexOf('/') + 1;
        try (Connection connection = connect(address.jdbcUrl().substring(0, name) + "postgres");
                Statement statement = connection.createStatement()) {
            statement.execute("create database " + address.jdbcUrl().substring(name));
        }
        return connect(address.jdbcUrl());
    }

    private Connection connect(String url) throws SQLException {
        Login owner = address.owner().orElseThrow();
        return DriverManager.getConnection(url, owner.user(), owner.password());
    }

    /** Sees to it that there is the role that serves, also where an earlier version has made the directory. */
    private void makeService(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            String role = statement.enquoteIdentifier(address.service().user(), false);
            String name = statement.enquoteLiteral(address.service().user());
            try (ResultSet there = statement.executeQuery("select from pg_roles where rolname = " + name)) {
                if (!there.next()) {
                    statement.execute("create role " + role);
                }
            }
            statement.execute("alter role " + role + " login nosuperuser nocreatedb nocreaterole nobypassrls password "
                    + statement.enquoteLiteral(address.service().password()));
        }
    }

    /** The owner's password is hashed as initdb does it, or an earlier version did, until it is set here: it stays the same. */
    private void hashAnew(Connection connection) throws SQLException {
        Login owner = address.owner().orElseThrow();
        try (Statement statement = connection.createStatement()) {
            statement.execute("alter role " + statement.enquoteIdentifier(owner.user(), false) + " password "
                    + statement.enquoteLiteral(owner.password()));
        }
    }

    /** Asks the server itself, in a session of the owner: a database can have settings of its own, and so can the role that makes the tables. */
    private void requireDurable(Connection connection) throws SQLException {
        for (String setting : DURABLE) {
            if (!show(connection, setting).equals("on")) {
                throw new StartException(("The embedded database in %s has %s switched off for its role or database, so"
                        + " that a power cut could lose what was saved: ProcTP does not run with it.")
                        .formatted(home, setting));
            }
        }
    }

    private void requireOwn(Connection connection) throws SQLException, IOException {
        Path served = Path.of(show(connection, "data_directory"));
        Path own = home.resolve("data");
        if (!Files.isSameFile(served, own)) {
            throw new StartException("The PostgreSQL at %s serves %s instead of %s: start ProcTP again.".formatted(
                    address.address(), served, own));
        }
    }

    private static String show(Connection connection, String setting) throws SQLException {
        try (Statement statement = connection.createStatement(); ResultSet row = statement.executeQuery("show " + setting)) {
            row.next();
            return row.getString(1);
        }
    }
}
