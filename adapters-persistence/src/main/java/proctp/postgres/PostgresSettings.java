package proctp.postgres;

import static java.util.Objects.requireNonNull;

/**
 * Where the database is, and how much of it to use.
 *
 * @param jdbcUrl  as pgjdbc reads it, {@code jdbc:postgresql://host:5432/name}; its parameters win over the adapter's,
 *                 also {@code options}, in which the adapter's are the server's time limits
 * @param user     a role that owns the tables, since the adapter also makes them
 * @param password of that role, {@code ""} for none
 * @param poolSize how many connections at most, from 1
 * @param waiting  how many calls may wait for one of them, from 1; one more is refused at once
 */
public record PostgresSettings(String jdbcUrl, String user, String password, int poolSize, int waiting) {

    public PostgresSettings {
        requireNonNull(jdbcUrl);
        requireNonNull(user);
        requireNonNull(password);
        if (poolSize < 1) {
            throw new IllegalArgumentException("poolSize " + poolSize);
        }
        if (waiting < 1) {
            throw new IllegalArgumentException("waiting " + waiting);
        }
    }

    /** The settings without what must not get into a log: the password, which the URL can hold, too. */
    @Override
    public String toString() {
        return "PostgresSettings[user=" + user + ", poolSize=" + poolSize + ", waiting=" + waiting + "]";
    }
}
