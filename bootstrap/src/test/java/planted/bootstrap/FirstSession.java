package planted.bootstrap;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** Keeps the rules: speaks JDBC. */
public final class FirstSession {

    Connection connect() throws SQLException {
        return DriverManager.getConnection("jdbc:postgresql:proctp");
    }
}
