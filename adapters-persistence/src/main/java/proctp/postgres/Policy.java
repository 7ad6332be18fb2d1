package proctp.postgres;

import static org.jooq.impl.DSL.val;

import java.util.Optional;
import org.jooq.Configuration;
import org.jooq.DSLContext;
import org.jooq.ResultQuery;
import org.jooq.impl.DSL;
import proctp.application.PracticeNum;

/**
 * For which practice the server is asked. Its policies let a transaction see the rows of the one practice that it names, and none
 * before it does. The first statement of a transaction names it on its way, in the same message, which costs no round trip.
 */
final class Policy {

    /** What comes before the first statement of a transaction; its parameter is the practice, as {@link #text}. */
    static final String NAMING = "select set_config('proctp.practice', ?, true); ";

    private static final String KEY = "proctp.policy";

    private final String practice;
    private final boolean eachIsATransaction;
    private boolean named;

    private Policy(PracticeNum practice, boolean eachIsATransaction) {
        this.practice = text(practice);
        this.eachIsATransaction = eachIsATransaction;
    }

    /** Lets statements through of which each is a transaction of its own. */
    static DSLContext forEach(PracticeNum practice, DSLContext sql) {
        return with(new Policy(practice, true), sql);
    }

    /** Lets the statements of one transaction through. */
    static DSLContext forTransaction(PracticeNum practice, DSLContext sql) {
        return with(new Policy(practice, false), sql);
    }

    /** Names the practice to the server, at a round trip of its own. */
    static void name(PracticeNum practice, DSLContext sql) {
        sql.fetch("select set_config('proctp.practice', {0}, true)", val(text(practice)));
    }

    private static DSLContext with(Policy policy, DSLContext sql) {
        sql.configuration().data(KEY, policy);
        return sql;
    }

    /** A practice as the server is told it. */
    static String text(PracticeNum practice) {
        return String.valueOf(practice.value());
    }

    /** The query with what must come before it, so that its result is the second; empty when nothing must. */
    static Optional<ResultQuery<?>> naming(ResultQuery<?> query) {
        Configuration configuration = query.configuration();
        return Optional.ofNullable((Policy) configuration.data(KEY)).filter(Policy::mustName)
                .map(policy -> DSL.using(configuration).resultQuery(
                        NAMING.replace("?", "{0}") + "{1}", val(policy.practice), query));
    }

    private boolean mustName() {
        boolean due = eachIsATransaction || !named;
        named = true;
        return due;
    }
}
