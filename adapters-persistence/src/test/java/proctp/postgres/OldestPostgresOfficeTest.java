package proctp.postgres;

import org.junit.jupiter.api.Tag;

/** And on the oldest version that is supported. What runs there at every build is a part of it, in {@link OldestPostgresTest}. */
@Tag("faults")
class OldestPostgresOfficeTest extends EveryContract {

    OldestPostgresOfficeTest() {
        super(ThrowAwayPostgres.OLDEST);
    }
}
