package planted.bootstrap;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** Keeps the rules: speaks JDBC and knows on what it runs. */
public final class EmbeddedDatabase {

    Connection connect() throws SQLException {
        return DriverManager.getConnection(System.getProperty("os.name"));
    }
}
