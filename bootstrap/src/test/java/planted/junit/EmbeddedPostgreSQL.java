package planted.junit;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** Keeps the rules: speaks JDBC. */
public final class EmbeddedPostgreSQL {

    Connection connect() throws SQLException {
        return DriverManager.getConnection("jdbc:postgresql:postgres");
    }
}
