package planted.postgres.generated;

import org.jooq.Field;

/** Keeps the rules: jOOQ makes its classes public. */
public record Practice(Field<Long> practiceId) {
}
