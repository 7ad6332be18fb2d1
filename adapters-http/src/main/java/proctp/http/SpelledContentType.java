package proctp.http;

import java.nio.ByteBuffer;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Writes the Content-Type as the contract spells it: the servlet library takes the space out of it. */
final class SpelledContentType extends Response.Wrapper {

    SpelledContentType(Request request, Response response) {
        super(request, response);
    }

    @Override
    public void write(boolean last, ByteBuffer content, Callback callback) {
        HttpFields.Mutable headers = getHeaders();
        if (!isCommitted() && "application/json;charset=utf-8".equals(headers.get(HttpHeader.CONTENT_TYPE))) {
            headers.put(HttpHeader.CONTENT_TYPE, Answers.JSON);
        }
        super.write(last, content, callback);
    }
}
