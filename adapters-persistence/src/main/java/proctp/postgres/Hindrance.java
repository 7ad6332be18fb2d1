package proctp.postgres;

import java.sql.SQLException;
import java.util.Optional;
import proctp.domain.Refusal;

/**
 * Why the database does not do just now what it may well do in a few seconds. Told by the SQLSTATE of a failure, never by
 * its words, which come in the server's language; what is none of these is a bug.
 */
enum Hindrance {

    /** It is away, stopping, starting, or was lost under way. */
    UNREACHABLE("The database cannot be reached just now, so nothing was done. Try again in a few seconds."),
    /** It has no connection, memory or disk left, or took longer than a request may. */
    BUSY("The database is too busy just now, so nothing was done. Try again in a few seconds."),
    /** Other changes were in the way. */
    COLLISION("Other changes were in the way of this one, so nothing was done. Try again in a few seconds."),
    /** It is a stand-by, or was told to take no changes. */
    READ_ONLY("The database takes no changes just now, so nothing was done. Try again in a few seconds.");

    private static final int LENGTH = 5;
    private static final String COMPLETION_UNKNOWN = "40003";
    private static final String OUT_OF_MEMORY = "53200";

    private final String sentence;

    Hindrance(String sentence) {
        this.sentence = sentence;
    }

    /** Empty when it is a bug that the statement failed. */
    static Optional<Hindrance> of(SQLException failure) {
        String state = failure.getSQLState();
        return state == null || state.length() != LENGTH ? Optional.empty() : Optional.ofNullable(switch (state) {
            // took too long: a statement, the wait for a lock, a pause within a transaction, a transaction
            case "57014", "55P03", "25P03", "25P04" -> BUSY;
            case "25006" -> READ_ONLY;
            case COMPLETION_UNKNOWN -> UNREACHABLE;
            default -> ofClass(state.substring(0, 2));
        });
    }

    private static Hindrance ofClass(String firstTwo) {
        return switch (firstTwo) {
            case "08", "57" -> UNREACHABLE;
            case "53" -> BUSY;
            case "40" -> COLLISION;
            default -> null;
        };
    }

    /**
     * Whether a transaction may be stored although its commit, or the message that it came in, failed so: the connection or the server was lost before it
     * could answer. An answer that says no is certain, and comes with another state. Out of memory is not certain: the driver
     * says so, too, when it has no room for an answer that says yes.
     */
    static boolean leavesCommitOpen(SQLException failure) {
        String state = failure.getSQLState();
        return state == null || state.isEmpty() || state.equals(COMPLETION_UNKNOWN) || state.equals(OUT_OF_MEMORY)
                || state.startsWith("08") || state.startsWith("57P") || state.startsWith("58") || state.startsWith("XX");
    }

    /** To be told to whoever asked, since nothing of it was done. */
    Refusal refusal() {
        return new Refusal(Refusal.Kind.UNAVAILABLE, sentence);
    }
}
