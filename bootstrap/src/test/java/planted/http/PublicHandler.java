package planted.http;

/** A handler for everybody. */
public final class PublicHandler {
}
