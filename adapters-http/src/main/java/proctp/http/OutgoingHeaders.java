package proctp.http;

import java.nio.ByteBuffer;
import java.util.function.BooleanSupplier;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * An answer whose headers are settled when it leaves, not before: the Content-Type, out of which the servlet library takes a
 * space, is spelled as the contract has it; and a server that has begun to stop says so, however early the request came.
 */
final class OutgoingHeaders extends Response.Wrapper {

    private final BooleanSupplier stopping;

    OutgoingHeaders(Request request, Response response, BooleanSupplier stopping) {
        super(request, response);
        this.stopping = stopping;
    }

    @Override
    public void write(boolean last, ByteBuffer content, Callback callback) {
        if (!isCommitted()) {
            HttpFields.Mutable headers = getHeaders();
            if ("application/json;charset=utf-8".equals(headers.get(HttpHeader.CONTENT_TYPE))) {
                headers.put(HttpHeader.CONTENT_TYPE, Answers.JSON);
            }
            if (stopping.getAsBoolean()) {
                headers.put(HttpHeader.CONNECTION, "close");
            }
        }
        super.write(last, content, callback);
    }
}
