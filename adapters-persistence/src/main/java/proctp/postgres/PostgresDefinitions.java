package proctp.postgres;

import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.max;
import static proctp.postgres.generated.Tables.DEFINITION;
import static proctp.postgres.generated.Tables.PRACTICE;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.SQLDataType;
import proctp.application.Caller;
import proctp.application.IdempotencyKey;
import proctp.application.Page;
import proctp.application.Posted;
import proctp.application.PracticeNum;
import proctp.application.port.Definitions;
import proctp.domain.DefNum;
import proctp.domain.Definition;
import proctp.domain.NewDefinition;

/** The definitions on PostgreSQL. */
final class PostgresDefinitions implements Definitions {

    /** What is stored of a definition. {@link #values} and {@link #read} go by this order. */
    static final List<Field<?>> COLUMNS = List.of(DEFINITION.PRACTICE_ID, DEFINITION.DEFNUM, DEFINITION.CATEGORY,
            DEFINITION.ITEMORDER, DEFINITION.ITEMNAME, DEFINITION.ITEMVALUE, DEFINITION.ISHIDDEN);

    private final Database database;
    private final PostgresPosts posts;

    PostgresDefinitions(Database database, PostgresPosts posts) {
        this.database = database;
        this.posts = posts;
    }

    @Override
    public List<Definition> list(Caller caller, Optional<Long> category, boolean includeHidden, Page page) {
        List<Condition> wanted = new ArrayList<>();
        wanted.add(DEFINITION.PRACTICE_ID.eq(caller.practice().value()));
        // a client may name more categories than the column can hold
        category.ifPresent(number -> wanted.add(DEFINITION.CATEGORY.coerce(SQLDataType.BIGINT).eq(number)));
        if (!includeHidden) {
            wanted.add(DEFINITION.ISHIDDEN.isFalse());
        }
        return database.ask(caller.practice(), sql -> Rows.all(sql
                .select(COLUMNS)
                .from(DEFINITION)
                .where(wanted)
                .orderBy(DEFINITION.ITEMORDER, DEFINITION.DEFNUM)
                .offset(page.offset())
                .limit(page.limit()), PostgresDefinitions::read));
    }

    @Override
    public List<Definition> find(Caller caller, Set<DefNum> nums) {
        return database.ask(caller.practice(), sql -> Rows.all(sql
                .select(COLUMNS)
                .from(DEFINITION)
                .where(DEFINITION.PRACTICE_ID.eq(caller.practice().value()),
                        DEFINITION.DEFNUM.eq(any(nums.stream().map(DefNum::value).toArray(Long[]::new)))),
                PostgresDefinitions::read));
    }

    @Override
    public Posted<Definition> add(Caller caller, NewDefinition definition, Optional<IdempotencyKey> key) {
        return posts.post(caller, key, new PostgresPosts.Work<>() {

            @Override
            public PostgresPosts.Receipt make(DSLContext sql, PracticeNum practice, PostgresPosts.Now now) {
                // takes its number first, and with it the practice, so that no two come to the same place
                long num = PostgresPosts.next(sql, practice, PRACTICE.LASTDEFNUM, DEFINITION.DEFNUM, 1);
                int last = Rows.first(sql
                        .select(coalesce(max(DEFINITION.ITEMORDER), inline(-1)))
                        .from(DEFINITION)
                        .where(DEFINITION.PRACTICE_ID.eq(practice.value()),
                                DEFINITION.CATEGORY.eq(definition.category().number())), row -> row.getInt(1)).orElseThrow();
                PostgresPosts.Receipt receipt = now.receipt(num, last + 1);
                sql.insertInto(DEFINITION, COLUMNS).values(values(practice, value(receipt))).execute();
                return receipt;
            }

            @Override
            public Definition value(PostgresPosts.Receipt receipt) {
                return definition.definition(new DefNum(receipt.num()), receipt.itemOrder());
            }
        });
    }

    /** The domain's value of a row that was selected as {@link #COLUMNS}. */
    static Definition read(ResultSet row) throws SQLException {
        return new Definition(new DefNum(row.getLong(2)), row.getInt(3), row.getInt(4), row.getString(5),
                row.getString(6), row.getBoolean(7));
    }

    /** What to store of a definition. */
    static Object[] values(PracticeNum practice, Definition definition) {
        return new Object[] {practice.value(), definition.num().value(), definition.category(), definition.itemOrder(),
            definition.itemName(), definition.itemValue(), definition.isHidden()};
    }
}
