package proctp.http;

import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import proctp.domain.Refusal;

/** Answers in our form where the server itself turns a request away; its own answers would be pages of HTML. */
final class UnroutedErrors extends ErrorHandler {

    private final Framing framing;

    UnroutedErrors(Framing framing) {
        this.framing = framing;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        EdgeHandler.prepare(request, response);
        int status = request.getAttribute(ERROR_STATUS) instanceof Integer known ? known : response.getStatus();
        Refusal refusal = status == 500
                ? Errors.internal(response.getHeaders().get(EdgeHandler.REQUEST_ID_HEADER))
                : framing.refusal(status);
        if (HttpMethod.HEAD.is(request.getMethod())) {
            EdgeHandler.refuseHead(request, response, callback, refusal);
        } else {
            EdgeHandler.refuse(request, response, callback, refusal);
        }
        return true;
    }
}
