package planted.http;

import org.jooq.DSLContext;

/** Has a query. */
record HttpQueries(DSLContext sql) {
}
