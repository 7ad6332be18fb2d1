package planted.application.port;

/** A port that is no interface, and forgets the caller. */
public final class PortWithCode {

    public void delete() {
    }
}
