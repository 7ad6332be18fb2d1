/**
 * The office on PostgreSQL, from version 15 on. {@link proctp.postgres.PostgresOffice} is the way in.
 *
 * <p>No state outlives a transaction: no prepared names of our own, no session settings that results depend on, no
 * advisory locks while serving. The same code runs behind a pooler that hands out connections by the transaction.
 */
package proctp.postgres;
