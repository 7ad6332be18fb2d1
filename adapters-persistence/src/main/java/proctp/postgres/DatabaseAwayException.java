package proctp.postgres;

/** The database cannot be reached or is not ready, which may pass; the message is a sentence for whoever runs the service. */
final class DatabaseAwayException extends Exception {

    private static final long serialVersionUID = 1L;

    DatabaseAwayException(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
