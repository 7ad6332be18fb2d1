package proctp.postgres;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * Where the database is, as whom to come to it, and how much of it to use.
 *
 * @param jdbcUrl  as pgjdbc reads it, {@code jdbc:postgresql://host:5432/name}; its parameters win over the adapter's,
 *                 also {@code options}, in which the adapter's are the server's time limits
 * @param service  the role that serves; it need own nothing
 * @param owner    the role that owns the tables and makes them; without one the role that serves is taken for it
 * @param poolSize how many connections at most, from 1
 * @param waiting  how many calls may wait for one of them, from 1; one more is refused at once
 */
public record PostgresSettings(String jdbcUrl, Login service, Optional<Login> owner, int poolSize, int waiting) {

    public PostgresSettings {
        requireNonNull(jdbcUrl);
        requireNonNull(service);
        requireNonNull(owner);
        if (poolSize < 1) {
            throw new IllegalArgumentException("poolSize " + poolSize);
        }
        if (waiting < 1) {
            throw new IllegalArgumentException("waiting " + waiting);
        }
    }

    /**
     * As whom to come to the database.
     *
     * @param user     a role
     * @param password of that role, {@code ""} for none
     */
    public record Login(String user, String password) {

        public Login {
            requireNonNull(user);
            requireNonNull(password);
        }

        /** Leaves out the password. */
        @Override
        public String toString() {
            return "Login[user=" + user + "]";
        }
    }

    /** As whom to change the tables, and to work on whole offices. */
    Login console() {
        return owner.orElse(service);
    }

    /** The settings without what must not get into a log: the passwords, which the URL can hold, too. */
    @Override
    public String toString() {
        return "PostgresSettings[service=" + service + ", owner=" + owner + ", poolSize=" + poolSize + ", waiting=" + waiting + "]";
    }
}
