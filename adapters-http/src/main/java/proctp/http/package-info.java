/**
 * Open Dental's ProcTPs API over HTTP. {@link proctp.http.HttpServer} is the one way in, and {@link proctp.http.Companion}
 * that of a stand-in; {@code Routes} is the whole of the API's surface; {@code Errors} is the only place that turns a failure
 * into a status.
 */
package proctp.http;
