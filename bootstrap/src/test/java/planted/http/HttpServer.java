package planted.http;

import io.javalin.Javalin;

/** Keeps the rules: public, and so is what is nested in it. */
public final class HttpServer {

    private final Javalin javalin;

    public HttpServer(Javalin javalin) {
        this.javalin = javalin;
    }

    public int port() {
        return javalin.port();
    }

    /** Keeps the rules. */
    public record Settings(int port) {
    }
}
