package proctp.postgres;

import static proctp.postgres.generated.Tables.DEFINITION;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.SQLDataType;
import proctp.application.Caller;
import proctp.application.Page;
import proctp.application.PracticeNum;
import proctp.application.port.Definitions;
import proctp.domain.DefNum;
import proctp.domain.Definition;

/** The definitions on PostgreSQL. */
final class PostgresDefinitions implements Definitions {

    /** What is stored of a definition. {@link #values} and {@link #read} go by this order. */
    static final List<Field<?>> COLUMNS = List.of(DEFINITION.PRACTICE_ID, DEFINITION.DEFNUM, DEFINITION.CATEGORY,
            DEFINITION.ITEMORDER, DEFINITION.ITEMNAME, DEFINITION.ITEMVALUE, DEFINITION.ISHIDDEN);

    private final Database database;

    PostgresDefinitions(Database database) {
        this.database = database;
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
        return database.ask(sql -> Rows.all(sql
                .select(COLUMNS)
                .from(DEFINITION)
                .where(wanted)
                .orderBy(DEFINITION.ITEMORDER, DEFINITION.DEFNUM)
                .offset(page.offset())
                .limit(page.limit()), PostgresDefinitions::read));
    }

    @Override
    public Optional<Definition> find(Caller caller, DefNum num) {
        return database.ask(sql -> Rows.first(sql
                .select(COLUMNS)
                .from(DEFINITION)
                .where(DEFINITION.PRACTICE_ID.eq(caller.practice().value()), DEFINITION.DEFNUM.eq(num.value())),
                PostgresDefinitions::read));
    }

    private static Definition read(ResultSet row) throws SQLException {
        return new Definition(new DefNum(row.getLong(2)), row.getInt(3), row.getInt(4), row.getString(5),
                row.getString(6), row.getBoolean(7));
    }

    /** What to store of a definition. */
    static Object[] values(PracticeNum practice, Definition definition) {
        return new Object[] {practice.value(), definition.num().value(), definition.category(), definition.itemOrder(),
            definition.itemName(), definition.itemValue(), definition.isHidden()};
    }
}
