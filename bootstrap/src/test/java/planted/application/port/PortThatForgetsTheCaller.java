package planted.application.port;

/** A port that serves any practice. */
public interface PortThatForgetsTheCaller {

    void delete();
}
