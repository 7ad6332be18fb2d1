package proctp.postgres;

/** The adapter does all that an adapter must on the version of PostgreSQL that is bundled. */
class PostgresOfficeTest extends EveryContract {

    PostgresOfficeTest() {
        super(ThrowAwayPostgres.NEWEST);
    }
}
