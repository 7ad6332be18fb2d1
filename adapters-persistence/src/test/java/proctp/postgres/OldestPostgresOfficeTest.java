package proctp.postgres;

/** And on the oldest version that is supported; a class of its own, so that the two can run at the same time. */
class OldestPostgresOfficeTest extends EveryContract {

    OldestPostgresOfficeTest() {
        super(ThrowAwayPostgres.OLDEST);
    }
}
