package org.allmende.server.http;

import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Answers what never becomes a request of ours, such as an address with half an escape or one that
 * is too long: problem JSON, never a page of HTML.
 */
final class UnreadableRequests implements Request.Handler {

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    var status = response.getStatus() < 400 ? HttpStatus.BAD_REQUEST_400 : response.getStatus();
    response.setStatus(status);
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, MediaTypes.PROBLEM);
    Content.Sink.write(response, true, problem(status), callback);
    return true;
  }

  private static String problem(int status) {
    return "{\"title\":\""
        + HttpStatus.getMessage(status)
        + "\",\"status\":"
        + status
        + ",\"detail\":\"The request cannot be read.\"}";
  }
}
