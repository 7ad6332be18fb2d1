package proctp.postgres;

import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.param;
import static proctp.postgres.generated.Tables.DEFINITION;
import static proctp.postgres.generated.Tables.PROCTP;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jooq.Condition;
import org.jooq.Query;
import org.jooq.SelectWhereStep;
import proctp.application.Page;
import proctp.application.PracticeNum;
import proctp.domain.DefCat;
import proctp.domain.DefNum;
import proctp.domain.ProcTP;
import proctp.domain.TreatPlanNum;
import proctp.domain.TxPriority;

/**
 * The rows of one plan, which programs ask for more than for all else.
 *
 * <p>They are asked for without the names of their priorities where these are known, since the join costs the server about as much as
 * all the rest. No program can change a name or take a definition away, and a number whose name is not known is asked for at once; what
 * the owner of the database does to a definition by hand is seen a second later, as with keys.
 */
final class PlanRows {

    private static final Duration KNOWN = Duration.ofSeconds(1);
    private static final int MOST_PRACTICES = 10_000;

    /**
     * Names the practice within the only statement of a transaction. What needs no row is looked at before any row is, the policies'
     * question among it, which costs the planner more and so stands behind this. Should that ever be otherwise, no row is seen.
     */
    private static final Condition NAMED = condition("(select set_config('proctp.practice', {0}, true)) is not null",
            param("named", String.class));

    private static final String JOINED = Database.text(sql -> ofPlan(sql
            .select(ProcTPRow.JOINED)
            .from(PROCTP).leftJoin(DEFINITION).on(ProcTPRow.DEFINITION_OF_PRIORITY), noCondition()));

    /** The rows with their names. Parameters: the practice as {@link Policy#text}, practice, plan, offset, limit. */
    static final String LIST = Policy.NAMING + JOINED;

    /** The rows without these names. The same parameters. */
    static final String NAMELESS = Database.text(sql -> ofPlan(sql.select(ProcTPRow.COLUMNS).from(PROCTP), NAMED));

    /** The names of the practice's priorities, then {@link #LIST}; with the practice once more in front. */
    private static final String NAMES_AND_LIST = Policy.NAMING + Database.text(sql -> sql
            .select(DEFINITION.DEFNUM, DEFINITION.ITEMNAME)
            .from(DEFINITION)
            .where(DEFINITION.PRACTICE_ID.eq(param("practice", Long.class)),
                    DEFINITION.CATEGORY.eq(inline(DefCat.TX_PRIORITIES.number())))) + "; " + JOINED;

    private final Cache<PracticeNum, Map<Long, TxPriority>> priorities =
            Caffeine.newBuilder().expireAfterWrite(KNOWN).maximumSize(MOST_PRACTICES).build();

    private static Query ofPlan(SelectWhereStep<?> rows, Condition first) {
        return rows
                .where(first, PROCTP.PRACTICE_ID.eq(param("practice", Long.class)), PROCTP.TREATPLANNUM.eq(param("plan", Long.class)))
                .orderBy(PROCTP.ITEMORDER, PROCTP.PROCTPNUM)
                .offset(param("offset", Long.class))
                .limit(param("limit", Long.class));
    }

    /** That part of them, in their order. */
    List<ProcTP> list(Connection connection, PracticeNum practice, TreatPlanNum plan, Page page) throws SQLException {
        Map<Long, TxPriority> known = priorities.getIfPresent(practice);
        List<ProcTP> rows = known == null ? List.of() : nameless(connection, practice, plan, page, known);
        // what is told in short is never that there is nothing
        return rows.isEmpty() ? named(connection, practice, plan, page) : rows;
    }

    /** None as well if one of them has a priority whose name is not known. */
    private static List<ProcTP> nameless(Connection connection, PracticeNum practice, TreatPlanNum plan, Page page,
                                         Map<Long, TxPriority> known) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(NAMELESS)) {
            Rows.bind(statement, practice, practice.value(), plan.value(), page.offset(), page.limit());
            List<ProcTP> read = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    TxPriority priority = known.get(ProcTPRow.priority(rows));
                    if (priority == null) {
                        return List.of();
                    }
                    read.add(ProcTPRow.read(rows, priority));
                }
            }
            return read;
        }
    }

    private List<ProcTP> named(Connection connection, PracticeNum practice, TreatPlanNum plan, Page page) throws SQLException {
        // from before they are asked for, or a name could be known for longer than it should
        Map<Long, TxPriority> known = priorities.get(practice, first -> new ConcurrentHashMap<>());
        try (PreparedStatement statement = connection.prepareStatement(NAMES_AND_LIST)) {
            Rows.bind(statement, practice, practice.value(), practice.value(), plan.value(), page.offset(), page.limit());
            statement.execute();
            Rows.next(statement, PlanRows::priority).forEach(priority -> known.put(priority.num().value(), priority));
            List<ProcTP> rows = Rows.next(statement, ProcTPRow::read);
            rows.forEach(row -> known.put(row.priority().num().value(), row.priority()));
            return rows;
        }
    }

    private static TxPriority priority(ResultSet row) throws SQLException {
        return new TxPriority(new DefNum(row.getLong(1)), row.getString(2));
    }
}
