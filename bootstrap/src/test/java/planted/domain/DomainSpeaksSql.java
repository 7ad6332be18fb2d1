package planted.domain;

import java.sql.Date;

/** Has a date of the database. */
record DomainSpeaksSql(Date date) {
}
